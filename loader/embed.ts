/** What the script tag imports: the launcher, and through it the rest on intent. */
import {AiwOrb} from '../src/elements/orb/orb.js';
import {define} from '../src/elements/shared/define.js';
import {AiwVoiceWidget} from '../src/elements/voice-widget/voice-widget.js';
import type {TagOptions} from './own-script.js';

define('aiw-orb', AiwOrb);
define('aiw-voice-widget', AiwVoiceWidget);

// Parsed here, while the modules are evaluated, and not in the task that renders: neither is long.
for (const {styles} of [AiwOrb, AiwVoiceWidget]) void styles.styleSheet;

/** Puts the tag's widget on the page; `gate` is the tag's own, which has been watching all along. */
export function createWidget(
  {token, backendUrl, visitorToken, storage}: TagOptions,
  gate: typeof AiwVoiceWidget.gate,
): AiwVoiceWidget {
  // Also in place of one that was disconnected with an earlier tag's widget.
  AiwVoiceWidget.gate = gate;
  const widget = document.createElement('aiw-voice-widget') as AiwVoiceWidget;
  widget.token = token;
  widget.backendUrl = backendUrl;
  widget.visitorToken = visitorToken;
  widget.storage = storage;
  document.body.append(widget);
  return widget;
}
