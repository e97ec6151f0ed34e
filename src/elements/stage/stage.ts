import {html, nothing} from 'lit';
import type {TranscriptEntry} from '../../call/state.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {plainText} from '../../markdown/index.js';
import {captionsOf, emphasis, wordsOf} from '../panel/view.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon} from '../shared/icons.js';
import {styles} from './stage.styles.js';

/**
 * A spoken call: the orb over what is being said.
 *
 * @slot empty - In place of the greeting.
 * @csspart orb - The orb.
 * @csspart captions - The words on the stage.
 * @csspart start - The button that starts the call.
 */
export class AiwStage extends CallElement {
  static override styles = [controls, styles];

  protected override renderCall({state, agent, actions}: CallHandle) {
    const {before, current} = captionsOf(state.transcript);
    const idle = state.stage.phase === 'idle';
    return html`<aiw-orb exportparts="orb" aria-hidden="true"></aiw-orb>
      <div class="captions" part="captions">
        ${before ? this.#renderBefore(before) : nothing}
        ${current ? this.#renderCurrent(current) : nothing}
        ${
          idle
            ? html`<slot name="empty"
                ><p class="now" dir="auto">${plainText(agent.greeting)}</p></slot
              >`
            : nothing
        }
      </div>
      ${
        idle
          ? html`<button class="primary" part="start" @click=${() => actions.start('voice')}>
              ${icon('mic')}${this.strings.term('talkTo')(agent.name)}
            </button>`
          : nothing
      }`;
  }

  #renderBefore(entry: TranscriptEntry) {
    return html`<p class="before" dir="auto">${this.#renderSpeaker(entry)}${wordsOf(entry)}</p>`;
  }

  #renderCurrent(entry: TranscriptEntry) {
    const [said, now] = emphasis(entry);
    return html`<p class="now ${entry.role} ${entry.text.length > 160 ? 'long' : ''}" dir="auto">
      ${this.#renderSpeaker(entry)}<span>${said}</span>${now}
    </p>`;
  }

  #renderSpeaker({role}: TranscriptEntry) {
    const name = role === 'agent' ? this.call?.agent.name : this.strings.term('you');
    return html`<b class=${role === 'agent' ? 'sr' : 'you'}>${name}<i class="sr">:</i> </b>`;
  }
}
