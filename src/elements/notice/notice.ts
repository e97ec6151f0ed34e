import {html, nothing} from 'lit';
import type {CallHandle} from '../../controllers/call-context.js';
import type {Strings} from '../../locales/strings.js';
import {isQueueing, isUnderWay} from '../panel/view.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon, type IconName} from '../shared/icons.js';
import {styles} from './notice.styles.js';

/** What there is to say, the gravest first. */
interface Notice {
  tone: 'problem' | 'news';
  icon: IconName;
  text: string;
  help?: string;
  action?: 'retry' | 'goOn' | 'talk';
}

/** Problems that trying again at once cannot help. */
const HOPELESS: ReadonlySet<string> = new Set(['origin', 'unknown-token', 'not-live', 'replaced']);

/**
 * One line for what stands in the way and what the visitor can do about it.
 *
 * @csspart notice - The line.
 */
export class AiwNotice extends CallElement {
  static override styles = [controls, styles];

  protected override renderCall(call: CallHandle) {
    const notice = noticeOf(call, key => this.strings.term(key));
    const {actions, state} = call;
    const mode = state.mode === 'text' ? 'text' : 'voice';
    return html`<div role="status">
      ${
        notice
          ? html`<div part="notice" class=${notice.tone}>
              ${icon(notice.icon)}
              <p>${notice.text} ${notice.help ? html`<span>${notice.help}</span>` : nothing}</p>
              ${
                notice.action === 'retry'
                  ? this.#button('tryAgain', () => actions.start(mode))
                  : nothing
              }
              ${notice.action === 'goOn' ? this.#button('goOn', () => actions.goOn()) : nothing}
              ${
                notice.action === 'talk'
                  ? this.#button('goOnTalking', () => actions.setVoice(true))
                  : nothing
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #button(label: 'tryAgain' | 'goOn' | 'goOnTalking', act: () => void) {
    return html`<button @click=${act}>${this.strings.term(label)}</button>`;
  }
}

function noticeOf(
  {state, agent}: CallHandle,
  term: <K extends keyof Strings>(key: K) => Strings[K],
): Notice | undefined {
  const {stage, microphone, guidedTo, isInterrupted} = state;
  if (isQueueing(state)) return {tone: 'news', icon: 'clock', text: term('inQueue')};
  if (stage.phase === 'failed') {
    const again = stage.retryAt !== undefined;
    return {
      tone: 'problem',
      icon: 'alert',
      text: term('problem')[stage.problem](agent.name),
      help: again ? term('retrying') : '',
      action: again || HOPELESS.has(stage.problem) ? undefined : 'retry',
    };
  }
  if (stage.phase === 'reconnecting' && stage.attempt > 0) {
    return {tone: 'problem', icon: 'restart', text: term('reconnecting')};
  }
  if (isInterrupted && isUnderWay(state)) {
    return {tone: 'problem', icon: 'micOff', text: term('interrupted'), action: 'goOn'};
  }
  if (microphone.status === 'unavailable') {
    const help = term('microphoneHelp')[microphone.problem];
    return {tone: 'problem', icon: 'micOff', text: term('microphoneBlocked'), help};
  }
  if (microphone.status === 'asking') {
    return {tone: 'news', icon: 'mic', text: term('microphoneAsking')};
  }
  if (microphone.status === 'waiting') {
    return {tone: 'news', icon: 'mic', text: term('callGoesOn'), action: 'talk'};
  }
  if (guidedTo) return {tone: 'news', icon: 'place', text: term('guidedTo')(guidedTo)};
  return undefined;
}
