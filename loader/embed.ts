/** What the script tag imports: the launcher, and through it the rest on intent. */
import {AiwOrb} from '../src/elements/orb/orb.js';
import {define} from '../src/elements/shared/define.js';
import {AiwVoiceWidget} from '../src/elements/voice-widget/voice-widget.js';
import type {TagOptions} from './own-script.js';

define('aiw-orb', AiwOrb);
define('aiw-voice-widget', AiwVoiceWidget);

// Parsed here, while the modules are evaluated, and not in the task that renders: neither is long.
for (const {styles} of [AiwOrb, AiwVoiceWidget]) void styles.styleSheet;

/**
 * Puts the tag's widget on the page; `gate` is the tag's own, which has been watching all along.
 *
 * An `<aiw-voice-widget>` without a token is it, and says where it stands and what its slots hold;
 * else one is made. What the tag says of it, `data-` before the name, are the element's attributes.
 */
export function createWidget(
  {token, read}: TagOptions,
  gate: typeof AiwVoiceWidget.gate,
): AiwVoiceWidget {
  // Also in place of one that was disconnected with an earlier tag's widget.
  AiwVoiceWidget.gate = gate;
  const present = document.querySelectorAll<AiwVoiceWidget>('aiw-voice-widget');
  const empty = [...present].find(widget => !widget.token);
  const widget = empty ?? (document.createElement('aiw-voice-widget') as AiwVoiceWidget);
  for (const name of [...AiwVoiceWidget.observedAttributes, 'push-to-talk', 'start-muted']) {
    const value = read(name);
    if (value != null) widget.setAttribute(name, value);
  }
  widget.token = token;
  if (!empty) document.body.append(widget);
  return widget;
}
