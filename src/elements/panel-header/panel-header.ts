import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {announcedStatus, hasSound, statusOf, viewOf} from '../panel/view.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {icon, type IconName} from '../shared/icons.js';
import type {menuItems} from './menu-items.js';
import {once} from '../voice-widget/once.js';
import {styles} from './panel-header.styles.js';

/**
 * Who the visitor talks to and how the call stands, with mute, typing, a menu and close.
 *
 * @fires {Event} devices - The visitor wants to choose microphone and speaker.
 * @slot header - In place of the agent's picture and name.
 * @csspart header - The whole.
 * @csspart avatar - The agent's picture.
 * @csspart orb - The orb, where there is no picture.
 * @csspart name - The agent's name.
 * @csspart status - The state of the call in a word.
 * @csspart type - The button that changes to typing.
 * @csspart mute - The microphone's button.
 * @csspart menu - The menu, with its `menu-button`.
 * @csspart close - The closing button.
 */
export class AiwPanelHeader extends CallElement {
  static override styles = [controls, styles];

  @state() private menuItems?: typeof menuItems;

  protected override renderCall(call: CallHandle) {
    const {agent} = call;
    const stage = viewOf(call) === 'stage';
    const words = this.strings.term('status');
    const announced = announcedStatus(call);
    return html`<header part="header">
      <div class="who">
        <slot name="header">
          ${this.#renderFace(agent.avatarUrl, stage)}
          <h2 part="name">${this.#nameOf(call)}</h2>
        </slot>
        <p part="status">${words[statusOf(call)]}</p>
        <span class="sr" role="status">${announced ? words[announced] : nothing}</span>
      </div>
      ${hasSound(call) ? this.#renderCallButtons(call) : nothing} ${this.#renderMenu(call)}
      ${this.#button('close', 'close', () => call.actions.close(), this.strings.term('close'))}
    </header>`;
  }

  #renderMenu(call: CallHandle) {
    if (!hasSound(call) && call.state.transcript.length === 0) return nothing;
    const items = this.menuItems?.(call, {
      term: key => this.strings.term(key),
      chooseDevices: () => this.dispatchEvent(new Event('devices')),
    });
    const label = this.strings.term('more');
    return html`<aiw-menu exportparts="menu" label=${label} .items=${items ?? []}>
      <button
        class="icon"
        part="menu-button"
        aria-label=${label}
        title=${label}
        aria-haspopup="menu"
        @pointerenter=${this.#loadMenu}
        @touchstart=${this.#loadMenu}
        @focus=${this.#loadMenu}
        @click=${this.#onFirstPress}
      >
        ${icon('more')}
      </button>
    </aiw-menu>`;
  }

  /** A press that came before the menu: later ones are the menu's own. */
  #onFirstPress = async () => {
    if (this.menuItems) return;
    await this.#loadMenu();
    await this.updateComplete;
    await this.renderRoot.querySelector('aiw-menu')?.open();
  };

  readonly #loadMenu = once(async () => {
    this.menuItems = (await import('./menu-items.js')).menuItems;
    return this.menuItems;
  });

  /** A space holds the line until the backend has told the name. */
  #nameOf({agent, state}: CallHandle) {
    if (agent.name) return agent.name;
    return state.stage.phase === 'failed' ? this.strings.term('assistant') : '\u00a0';
  }

  #renderFace(avatarUrl: string | undefined, stage: boolean) {
    if (avatarUrl)
      return html`<img part="avatar" src=${avatarUrl} alt="" referrerpolicy="no-referrer" />`;
    return stage ? nothing : html`<aiw-orb exportparts="orb" aria-hidden="true"></aiw-orb>`;
  }

  #renderCallButtons({state, modes, actions}: CallHandle) {
    const {status} = state.microphone;
    const muted = status === 'muted';
    return html`${
      modes.text
        ? this.#button(
            'keyboard',
            'type',
            () => actions.setVoice(false),
            this.strings.term('typeInstead'),
          )
        : nothing
    }
    ${
      (muted || status === 'live') && !state.talk.pushToTalk
        ? this.#button(
            muted ? 'micOff' : 'mic',
            'mute',
            () => actions.setMuted(!muted),
            this.strings.term(muted ? 'unmute' : 'mute'),
            muted ? 'icon struck' : 'icon',
          )
        : nothing
    }`;
  }

  #button(name: IconName, part: string, act: () => void, label: string, className = 'icon') {
    return html`<button
      part=${part}
      class=${className}
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icon(name)}
    </button>`;
  }
}
