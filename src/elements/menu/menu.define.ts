import {define} from '../shared/define.js';
import {AiwMenu} from './menu.js';

define('aiw-menu', AiwMenu);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-menu': AiwMenu;
  }
}
