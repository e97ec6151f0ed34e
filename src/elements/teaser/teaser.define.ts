import {define} from '../shared/define.js';
import {AiwTeaser} from './teaser.js';

define('aiw-teaser', AiwTeaser);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-teaser': AiwTeaser;
  }
}
