import {define} from '../shared/define.js';
import {AiwDevices} from './devices.js';

define('aiw-devices', AiwDevices);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-devices': AiwDevices;
  }
}
