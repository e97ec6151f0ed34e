import {isServer} from 'lit';
import '../orb/orb.define.js';
import {watchGestures} from '../../controllers/page-gate.js';
import {define} from '../shared/define.js';
import {AiwVoiceWidget} from './voice-widget.js';

// A server that renders pages has no presses to watch.
if (!isServer) AiwVoiceWidget.gate ??= watchGestures();
define('aiw-voice-widget', AiwVoiceWidget);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-voice-widget': AiwVoiceWidget;
  }
}
