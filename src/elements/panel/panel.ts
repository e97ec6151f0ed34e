import {ContextProvider} from '@lit/context';
import {html, nothing} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {orbStateOf} from '../../call/face.js';
import type {CapturePrompt} from '../../call/state.js';
import {orbContext, type CallHandle} from '../../controllers/call-context.js';
import type {CaptureConfirmEvent} from '../capture-pill/events.js';
import type {AiwComposer} from '../composer/composer.js';
import {plainText} from '../../markdown/index.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {tokens} from '../shared/tokens.js';
import {KeyboardInset} from './keyboard-inset.js';
import {styles} from './panel.styles.js';
import {INNER_PARTS} from './parts.js';
import {StickToEnd} from './stick-to-end.js';
import {captionsOf, viewOf} from './view.js';

/**
 * The conversation as the visitor sees it: who, what is said, and where to answer.
 *
 * It draws the call of its context and calls that call's actions; it holds no
 * call logic. It fills the box that its host gives it, as a card, or as a sheet
 * on a small screen; `--_origin` says from where it grows on opening.
 *
 * @slot header - In place of the agent's picture and name.
 * @slot empty - In place of the greeting, before anybody has said anything.
 * @slot note - A line at the bottom.
 * @csspart card - The panel's surface.
 * @csspart middle - The scrolling part: stage or transcript.
 * @csspart latest - The button that leads to the last message.
 * @csspart replies - The suggested answers.
 * @csspart reply - One of them.
 * @csspart header - Top line of the panel.
 * @csspart orb - The orb of header and stage.
 * @csspart devices - The sheet for microphone and speaker.
 * @csspart disclosure - The line that says that an AI speaks.
 * @csspart consent - What the visitor is asked to agree to.
 * @csspart menu - The menu of the header, while it is open.
 * @csspart menu-button - The button that opens it.
 * @csspart message - One message.
 * @csspart feedback - The question how the conversation was.
 * @csspart captions - The words under the orb.
 * @csspart start - The button that starts a call.
 * @csspart notice - The line about what stands in the way.
 * @csspart composer - Bottom line of the panel.
 * @csspart pill - The capture pill.
 * @csspart pill-field - Its text field.
 * @csspart pill-confirm - Its confirming button.
 * @csspart pill-dismiss - Its dismissing button.
 * @cssprop [--aiw-accent=#3d63f5] - The colour from which orb, buttons and bubbles come.
 * @cssprop [--aiw-surface] - Background; light and dark by default.
 * @cssprop [--aiw-ink] - Text on that background.
 * @cssprop [--aiw-font=system-ui] - Font family.
 * @cssprop [--aiw-radius=20px] - Corner radius of the card.
 * @cssprop [--aiw-color-scheme=inherit] - `light`, `dark`, or `light dark` to follow the system.
 */
export class AiwPanel extends CallElement {
  static override styles = [tokens, controls, styles];

  /** Whether it stands in the page, rather than above it. */
  @property({type: Boolean}) resident = false;
  @query('aiw-composer') private readonly composer!: AiwComposer | null;
  @query('.middle') private readonly middle!: HTMLElement | null;
  @query('.card') private readonly card!: HTMLElement | null;
  /** A panel that opened by itself reads its greeting out; one that was opened gets focus instead. */
  @state() private unasked = false;
  /** Whether the sheet for microphone and speaker is open; its code comes when it is. */
  @state() private devices = false;
  #opener: HTMLElement | null = null;
  /** The call as it was drawn last. */
  #drawn: CallHandle | undefined;
  #question: 'asked' | 'declined' | undefined;
  readonly #end = new StickToEnd(this);
  readonly #orb = new ContextProvider(this, {context: orbContext});

  constructor() {
    super();
    new KeyboardInset(this);
    this.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      this.call?.actions.close();
    });
  }

  /** Opens the sheet for microphone and speaker, with focus in it. */
  readonly openDevices = async (): Promise<void> => {
    this.#opener = focusedIn(this.shadowRoot);
    await import('../devices/devices.define.js');
    this.devices = true;
    await this.updateComplete;
    const sheet = this.renderRoot.querySelector('aiw-devices');
    await sheet?.updateComplete;
    sheet?.focus({preventScroll: true});
  };

  /** Puts focus where the visitor begins: the field, or on a touch screen the card, so that no keyboard comes up unasked. */
  async focusFirst(): Promise<void> {
    await this.updateComplete;
    await this.composer?.updateComplete;
    const question = this.renderRoot.querySelector('aiw-consent');
    await question?.updateComplete;
    if (this.call?.consent?.status === 'asked') question?.focus({preventScroll: true});
    else if (this.call?.modes.text && matchMedia('(hover: hover)').matches) this.composer?.focus();
    else this.card?.focus({preventScroll: true});
  }

  /** Has the greeting read out politely, where the panel came without being asked for. */
  announceGreeting(): void {
    this.unasked = true;
  }

  /** Plays the closing movement; resolves when the panel may be taken away. */
  async leave(): Promise<void> {
    if (!this.card || matchMedia('(prefers-reduced-motion)').matches) return;
    const gone = {opacity: 0, transform: 'translateY(12px) scale(0.97)'};
    await this.card
      .animate(gone, {duration: 150, easing: 'ease-in', fill: 'forwards'})
      .finished.catch(() => undefined);
  }

  protected override willUpdate() {
    if (!this.call) return;
    const {state, levels} = this.call;
    const speaking = state.stage.phase === 'speaking';
    const face = orbStateOf(state);
    const deaf = viewOf(this.call) === 'text' && face === 'listening';
    // Between two presses of the talk button nothing is wrong: it rests.
    const resting = state.talk.pushToTalk && face === 'muted';
    this.#orb.setValue({
      state: deaf || resting ? 'idle' : face,
      level: () => (speaking ? levels.output() : levels.input()),
    });
    const last = state.transcript.at(-1);
    if (this.call !== this.#drawn && last?.pending) this.#end.pinned = true;
    this.#drawn = this.call;
  }

  protected override updated() {
    const {status} = this.call?.consent ?? {};
    // What had focus is hidden, or gone.
    if (status !== this.#question) void this.focusFirst();
    this.#question = status;
    // An update that was under way ends after the removal.
    this.#end.attach((this.isConnected && this.middle) || undefined);
  }

  protected override renderCall(call: CallHandle) {
    const {agent, state, consent} = call;
    const view = viewOf(call);
    const isAsked = consent?.status === 'asked';
    return html`<section
      class="card"
      part="card"
      role=${this.resident ? 'region' : 'dialog'}
      tabindex="-1"
      lang=${this.strings.term('lang')}
      dir=${this.strings.term('dir') === 'rtl' ? 'rtl' : nothing}
      aria-label=${this.strings.term('conversationWith')(agent.name)}
      aria-describedby="disclosure"
    >
      <aiw-panel-header
        exportparts=${INNER_PARTS}
        ?inert=${this.devices}
        @devices=${this.openDevices}
        >${this.handOn('header')}</aiw-panel-header
      >
      ${this.#renderDisclosure(call)}
      <div
        class="middle ${view}"
        ?hidden=${isAsked}
        part="middle"
        tabindex="0"
        ?inert=${this.devices}
        role="group"
        aria-label=${this.strings.term('conversationWith')(agent.name)}
      >
        <div class="content">
          ${view === 'stage' ? this.#renderStage(call) : this.#renderText()}
        </div>
      </div>
      <div class="sr" aria-live="polite">${this.#announcement(call)}</div>
      ${
        consent
          ? html`<aiw-consent exportparts=${INNER_PARTS} ?asked=${isAsked}></aiw-consent>`
          : nothing
      }
      <div class="foot" ?hidden=${isAsked} ?inert=${this.devices}>
        ${this.#end.pinned ? nothing : this.#renderLatest()}
        <aiw-notice exportparts=${INNER_PARTS}></aiw-notice>
        ${state.capture ? this.#renderPill(state.capture, call) : nothing}
        ${this.#renderReplies(call)}
        <aiw-composer exportparts=${INNER_PARTS}></aiw-composer>
        <slot name="note"></slot>
      </div>
      ${
        this.devices
          ? html`<aiw-devices exportparts="devices" @close=${this.#closeDevices}></aiw-devices>`
          : nothing
      }
    </section>`;
  }

  /** Until the conversation has got going. */
  #renderDisclosure({state, disclosure}: CallHandle) {
    if (state.transcript.filter(({role}) => role === 'visitor').length > 1) return nothing;
    return html`<p id="disclosure" class="disclosure" part="disclosure" dir="auto">
      ${disclosure || this.strings.term('disclosure')}
    </p>`;
  }

  readonly #closeDevices = async () => {
    this.devices = false;
    await this.updateComplete;
    (this.#opener ?? this.card)?.focus({preventScroll: true});
  };

  #renderStage({state}: CallHandle) {
    const {earlier} = captionsOf(state.transcript);
    return html`${
        earlier.length
          ? html`<aiw-transcript exportparts=${INNER_PARTS} .entries=${earlier}></aiw-transcript>`
          : nothing
      }<aiw-stage exportparts=${INNER_PARTS}>${this.handOn('empty')}</aiw-stage>`;
  }

  #renderText() {
    return html`<aiw-transcript exportparts=${INNER_PARTS}
      >${this.handOn('empty')}</aiw-transcript
    >`;
  }

  #renderLatest() {
    return html`<button class="latest" part="latest" @click=${this.#end.pin}>
      ${this.strings.term('latest')}
    </button>`;
  }

  #renderPill({kind, value, status}: CapturePrompt, {actions, country = ''}: CallHandle) {
    return html`<aiw-capture-pill
      exportparts="pill, field: pill-field, confirm: pill-confirm, dismiss: pill-dismiss"
      .kind=${kind}
      .value=${value}
      .country=${country}
      .status=${status}
      @aiw-capture-confirm=${(event: CaptureConfirmEvent) =>
        actions.confirmCapture(event.kind, event.value)}
      @aiw-capture-dismiss=${() => actions.dismissCapture()}
    ></aiw-capture-pill>`;
  }

  #renderReplies({state, agent, modes, actions}: CallHandle) {
    // What to begin with stays, through connecting and greeting, until the visitor has begun; a
    // call that has ended or failed offers nothing.
    const hasBegun =
      /ended|failed/.test(state.stage.phase) ||
      state.transcript.some(({role}) => role === 'visitor');
    const replies = (!hasBegun && modes.text && agent.suggestions) || state.quickReplies;
    if (replies.length === 0) return nothing;
    return html`<div
      class="replies"
      part="replies"
      role="group"
      aria-label=${this.strings.term('quickReplies')}
    >
      ${replies.map(
        reply =>
          html`<button part="reply" @click=${() => actions.sendText(reply)}>${reply}</button>`,
      )}
    </div>`;
  }

  /** The last finished words, once each: partial captions would be read out over and over. */
  #announcement({state, agent}: CallHandle) {
    const entry = [...state.transcript]
      .reverse()
      .find(({final, role}) => final && role === 'agent');
    const text = entry?.text ?? (this.unasked ? agent.greeting : '');
    return text ? `${agent.name}: ${plainText(text)}` : nothing;
  }
}

/** What has focus, in whatever shadow it is. */
function focusedIn(root: ShadowRoot | null): HTMLElement | null {
  const element = root?.activeElement as HTMLElement | null | undefined;
  return element ? (focusedIn(element.shadowRoot) ?? element) : null;
}
