import {html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {TranscriptEntry} from '../../call/state.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './transcript.styles.js';

/**
 * The words of a call as written messages, and what follows the last of them.
 *
 * @slot empty - In place of the greeting.
 * @csspart message - One message.
 * @csspart feedback - The question how the conversation was.
 */
export class AiwTranscript extends CallElement {
  static override styles = [controls, styles];

  /** Only these messages, without what follows the last; all of the call's where absent. */
  @property({attribute: false}) entries: readonly TranscriptEntry[] | undefined;

  protected override renderCall(call: CallHandle) {
    const {state, agent} = call;
    const entries = this.entries ?? state.transcript;
    if (!entries.length && this.querySelector('[slot=empty]')) {
      return html`<slot name="empty"></slot>`;
    }
    return html`<ol>
        ${entries.map((entry, place) => this.#renderEntry(entry, entries[place + 1]))}
        ${this.entries || entries.length ? nothing : this.#renderGreeting(agent.greeting)}
      </ol>
      ${this.entries ? nothing : this.#renderEnd(call)}`;
  }

  #renderGreeting(text: string) {
    return text ? this.#renderEntry({id: '', role: 'agent', text, final: true, at: 0}) : nothing;
  }

  #renderEntry(entry: TranscriptEntry, next?: TranscriptEntry) {
    const asked = this.call?.state.transcript.findIndex(({role}) => role === 'visitor') ?? -1;
    const place = this.call?.state.transcript.indexOf(entry) ?? -1;
    return html`<li class=${entry.role}>
      <aiw-message
        exportparts="message"
        .entry=${entry}
        .answer=${entry.role === 'agent' && asked >= 0 && place > asked}
        .latest=${place === (this.call?.state.transcript.length ?? 0) - 1}
        .timed=${!next || next.role !== entry.role || minuteOf(next) !== minuteOf(entry)}
      ></aiw-message>
    </li>`;
  }

  #renderEnd({state, agent, modes, actions}: CallHandle) {
    const {stage} = state;
    if (stage.phase === 'thinking') {
      return html`<div
        class="dots"
        role="img"
        aria-label=${this.strings.term('isThinking')(agent.name)}
      >
        <i></i><i></i><i></i>
      </div>`;
    }
    if (stage.phase !== 'ended') return nothing;
    return html`<footer>
      <p role="status">${this.strings.term('ended')[stage.reason]}</p>
      ${
        state.transcript.some(({role}) => role === 'visitor')
          ? html`<aiw-feedback exportparts="feedback"></aiw-feedback>`
          : nothing
      }
      <button class="again" @click=${() => actions.start(modes.voice ? 'voice' : 'text')}>
        ${icon('restart')}${this.strings.term('startAgain')}
      </button>
    </footer>`;
  }
}

const minuteOf = ({at}: TranscriptEntry) => Math.floor(at / 60_000);
