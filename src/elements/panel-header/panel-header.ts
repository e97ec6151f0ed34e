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
 * @csspart header - The whole.
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
      ${this.#renderFace(agent.avatarUrl, stage)}
      <div class="who">
        <h2>${this.#nameOf(call)}</h2>
        <p>${words[statusOf(call)]}</p>
        <span class="sr" role="status">${announced ? words[announced] : nothing}</span>
      </div>
      ${hasSound(call) ? this.#renderCallButtons(call) : nothing} ${this.#renderMenu(call)}
      ${this.#button('close', this.strings.term('close'), () => call.actions.close())}
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
    if (avatarUrl) return html`<img src=${avatarUrl} alt="" referrerpolicy="no-referrer" />`;
    return stage ? nothing : html`<aiw-orb aria-hidden="true"></aiw-orb>`;
  }

  #renderCallButtons({state, modes, actions}: CallHandle) {
    const {status} = state.microphone;
    const muted = status === 'muted';
    return html`${
      modes.text
        ? this.#button('keyboard', this.strings.term('typeInstead'), () => actions.setVoice(false))
        : nothing
    }
    ${
      (muted || status === 'live') && !state.talk.pushToTalk
        ? this.#button(
            muted ? 'micOff' : 'mic',
            this.strings.term(muted ? 'unmute' : 'mute'),
            () => actions.setMuted(!muted),
            muted ? 'icon struck' : 'icon',
          )
        : nothing
    }`;
  }

  #button(name: IconName, label: string, act: () => void, className = 'icon') {
    return html`<button class=${className} aria-label=${label} title=${label} @click=${act}>
      ${icon(name)}
    </button>`;
  }
}
