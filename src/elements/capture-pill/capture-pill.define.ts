import {define} from '../shared/define.js';
import {AiwCapturePill} from './capture-pill.js';

define('aiw-capture-pill', AiwCapturePill);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-capture-pill': AiwCapturePill;
  }
}
