import {html, nothing, type PropertyValues} from 'lit';
import type {Appearance} from '../../contract/index.js';
import type {OrbFeed} from '../../controllers/call-context.js';
import {WidgetController} from '../../controllers/widget-controller.js';
import {rejectGesture} from '../../errors.js';
import {launcherStrings} from '../../locales/launcher.js';
import {VERSION} from '../shared/define.js';
import type {AutoOpen} from './auto-open.js';
import {once} from './once.js';
import {PageMethods} from './page-methods.js';
import type {Looks} from './looks.js';
import type {Talk} from './talk.js';
import {styles} from './voice-widget.styles.js';

export type {DiagnosticReport, NavigateHandler, PageTool, PageTools} from './page-methods.js';

/**
 * A voice agent on a page: a launcher that opens a panel with a call in it.
 *
 * The panel, the call and everything heavy are fetched on intent (pointer, focus, touch), not
 * before. It owns neither the talk (the server does) nor the look of its parts.
 *
 * @tag aiw-voice-widget
 * @fires {AiwOpenEvent} aiw-open - The panel opened.
 * @fires {AiwCloseEvent} aiw-close - The panel closed; a call under way goes on.
 * @fires {AiwCallStartEvent} aiw-call-start - A call is up.
 * @fires {AiwCallEndEvent} aiw-call-end - A call is over.
 * @fires {AiwMessageEvent} aiw-message - Somebody said something.
 * @fires {AiwCaptureEvent} aiw-capture - A contact detail was confirmed and stored.
 * @fires {AiwNavigateEvent} aiw-navigate - The agent took the visitor to a page.
 * @fires {AiwTriggerEvent} aiw-trigger - A rule has fired; cancelable.
 * @fires {AiwErrorEvent} aiw-error - A call could not start, or was cut off.
 * @attr {boolean} push-to-talk - The microphone is muted unless the talk button is held.
 * @attr {boolean} start-muted - A call begins with the microphone muted.
 * @slot launcher - In place of the orb on the button.
 * @slot header - In place of the agent's picture and name in the panel.
 * @slot empty - In place of the greeting, before anything has been said.
 * @slot note - A line at the bottom of the panel.
 * @csspart launcher - The button with the orb.
 * @csspart orb - The orb.
 * @csspart label - The launcher's label.
 * @csspart avatar - The agent's picture, on a pill and in the panel.
 * @csspart card - The panel's surface.
 * @cssprop [--aiw-accent=#3d63f5] - The colour from which all others come.
 * @cssprop [--aiw-surface] - Background; light and dark by default.
 * @cssprop [--aiw-ink] - Text on that background.
 * @cssprop [--aiw-font=system-ui] - Font family.
 * @cssprop [--aiw-radius=20px] - Corner radius of the panel.
 * @cssprop [--aiw-orb-size=60px] - Diameter of the launcher.
 * @cssprop [--aiw-offset-x=20px] - Distance from the nearest side.
 * @cssprop [--aiw-offset-y=20px] - Distance from the nearest end.
 * @cssprop [--aiw-panel-width=384px] - Width of the panel, where the window has room.
 * @cssprop [--aiw-panel-height=620px] - Height of the panel, where the window has room.
 * @cssprop [--aiw-z-index=2147483000] - Layer, where the browser has no top layer.
 */
export class AiwVoiceWidget extends PageMethods {
  /** Version of the package it came with. */
  static version = VERSION;
  static override styles = styles;
  // Not by decorators: their code would cost every page more than the launcher's own.
  static override properties = {
    token: {},
    backendUrl: {attribute: 'backend-url'},
    visitorToken: {attribute: 'visitor-token'},
    textContents: {attribute: 'text-contents'},
    storage: {},
    placement: {},
    variant: {},
    colorScheme: {attribute: 'color-scheme'},
    launcherLabel: {attribute: 'launcher-label'},
    clientTools: {attribute: false},
    looks: {state: true},
    opened: {state: true},
    talk: {state: true},
    orb: {state: true},
  };

  /** Public widget token, `wt_` and 32 hexadecimal digits. */
  token = '';
  /** Origin of the backend; by default the one that served the bundle. */
  backendUrl = '';
  /** The site's own words in place of the widget's: JSON as an attribute, an object as a property. */
  textContents: unknown = '';
  /**
   * Where the widget stands: `bottom-right`, `bottom-left`, `top-right`, `top-left`, or `inline`, in
   * the page's flow. This and the next three win over the operator's settings; what is unknown does not.
   */
  declare placement:
    'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' | 'inline' | undefined;
  /** What the launcher is: `orb`, `pill`, or `panel`, which stands inline. */
  declare variant: 'orb' | 'pill' | 'panel' | undefined;
  /** `auto`, by the page's and system's own; `light` or `dark`. */
  declare colorScheme: 'auto' | 'light' | 'dark' | undefined;
  /** Text and accessible name of the launcher. */
  declare launcherLabel: string | undefined;

  /** What draws another look than the orb in a corner; null where it could not be had. */
  declare private looks: Looks | null | undefined;
  private opened = false;
  private orb: OrbFeed = {state: 'idle'};
  protected readonly widget: WidgetController = new WidgetController(
    this,
    () => this.load().then(talk => talk?.call.takeUp()),
    () => this.#watch(),
  );
  #anchor: Element | null = null;
  /** Whether it was taken out just now, which may turn out to be a move. */
  #isLeaving = false;

  /**
   * Opens the panel and starts a call.
   *
   * Only from a visitor's own press, synchronously (§3.2): otherwise nothing happens, a line in
   * the console says so, and false is returned. `anchor` is the element the panel opens next to.
   */
  open(anchor?: Element | null): boolean {
    if (!AiwVoiceWidget.gate?.isOpen()) return rejectGesture();
    this.openInGesture(anchor);
    return true;
  }

  /**
   * Opens for a caller that has checked the gesture itself; `context` is one it has unlocked.
   *
   * @internal
   */
  openInGesture(anchor?: Element | null, context?: AudioContext | null): void {
    if (this.widget.refused || !this.isConnected) return;
    this.hidden = false;
    this.#anchor = anchor instanceof Element ? anchor : null;
    this.opened = true;
    this.widget.unlock(context);
    void this.load().then(talk => talk?.begin());
  }

  /** Whether the panel is open. */
  get isOpen(): boolean {
    return this.opened;
  }

  /**
   * Whether no call is under way, nor the end of one on show.
   *
   * @internal
   */
  get isIdle(): boolean {
    return this.orb.state === 'idle';
  }

  /**
   * Shows the panel and starts nothing: for a trigger, once panel and call are here.
   *
   * @internal
   */
  reveal(): void {
    this.#anchor = null;
    this.opened = true;
  }

  /** Closes the panel. A call under way goes on behind the launcher. */
  close(): void {
    if (!this.opened) return;
    this.opened = false;
    // A visitor who is busy with the page stays there.
    if (!this.shadowRoot?.activeElement) return;
    const back = (this.#anchor ?? this.renderRoot.querySelector('button')) as HTMLElement | null;
    // An anchor may be any element, focusable or not.
    void this.updateComplete.then(() => back?.focus?.({preventScroll: true}));
  }

  /** Closes the panel, or opens it as {@link open} does: in a gesture only, else false. */
  toggle(anchor?: Element | null): boolean {
    if (!this.opened) return this.open(anchor);
    this.close();
    return true;
  }

  override connectedCallback() {
    if (this.#isLeaving) this.#isLeaving = false;
    else super.connectedCallback();
  }

  /** Routers that swap the body move what they keep: the update tells whether it was back by then. */
  override disconnectedCallback() {
    this.#isLeaving = true;
    this.requestUpdate();
  }

  protected override willUpdate() {
    if (this.#isLeaving) {
      this.#isLeaving = this.opened = false;
      super.disconnectedCallback();
    }
  }

  /** The first rendering in a task of its own: with the making it would be a long one on a slow phone. */
  protected override async scheduleUpdate() {
    if (!this.hasUpdated) await new Promise(resolve => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override firstUpdated() {
    if (location.search.includes('aiw-diagnose')) void this.diagnose();
  }

  protected override render() {
    const {settings, refused} = this.widget;
    const appearance = settings?.appearance;
    // An orb that turns into something else would be a flash.
    if (refused || this.#isUndressed(appearance)) return nothing;
    const {talkTo, backToCall} = this.talk?.words ?? launcherStrings;
    const label =
      this.launcherLabel || (appearance?.launcherLabel ?? talkTo(settings?.agent.name ?? ''));
    return html`<div
      class=${this.opened && (this.talk || !this.#anchor) ? 'root open' : 'root'}
      popover="manual"
      data-placement=${appearance?.placement ?? 'bottom-right'}
      data-scheme=${appearance?.colorScheme ?? 'auto'}
    >
      <button
        part="launcher"
        type="button"
        aria-label=${this.orb.state === 'idle' ? label : backToCall}
        aria-expanded=${this.opened}
        ?inert=${this.opened}
        @pointerdown=${this.#onPress}
        @click=${this.#onClick}
        @pointerenter=${this.load}
        @touchstart=${this.load}
        @focus=${this.load}
      >
        <slot name="launcher"
          ><aiw-orb exportparts="orb" aria-hidden="true" .feed=${this.orb}></aiw-orb
        ></slot>
        <span part="label" class="label" aria-hidden="true">${label}</span>
      </button>
      ${this.opened && this.talk ? this.talk.panel() : nothing}
    </div>`;
  }

  protected override updated(changed: PropertyValues) {
    super.updated(changed);
    const root = this.renderRoot.querySelector<HTMLElement>('.root');
    if (!root) return;
    const accent = this.widget.settings?.appearance.accent;
    // What the page's own styles say is stronger. They are looked at only where it matters.
    if (accent && !getComputedStyle(this).getPropertyValue('--aiw-accent')) {
      root.style.setProperty('--aiw-accent', accent);
    }
    this.looks?.paint(root);
    // Above the page's highest layer, whatever transforms and overflows its ancestors have.
    if (
      this.isConnected &&
      root.showPopover &&
      !root.matches(':popover-open, [data-placement=inline]')
    )
      root.showPopover();
    if (!this.talk || !(changed.has('opened') || changed.has('talk'))) return;
    if (this.opened) this.talk.opened(root, this.#anchor);
    else if (changed.get('opened')) this.talk.closed();
  }

  /** Fetches the heavy half, once; null where it cannot be had now. */
  protected readonly load: () => Promise<Talk | null> = once(async () => {
    const {Talk} = await import('./talk.js');
    if (!this.widget.resolver) return null;
    return (this.talk = await Talk.arrive(this, this.widget, orb => (this.orb = orb)));
  });

  /** Whether another look than the orb in a corner is asked for, and on its way. */
  #isUndressed(appearance: Appearance | undefined): boolean {
    const {placement, variant, colorScheme} = this;
    const isPlain = !(placement || variant || colorScheme || appearance?.variant);
    if (isPlain || this.opened || this.looks !== undefined) return false;
    void this.#dress().then(looks => {
      this.looks = looks;
    });
    return true;
  }

  /** Fetches what draws it. */
  readonly #dress: () => Promise<Looks | null> = once(
    async () => new (await import('./looks.js')).Looks(this, this.widget, this.load),
  );

  /** Fetches what evaluates triggers. */
  readonly #watch: () => Promise<AutoOpen | null> = once(async () => {
    const {AutoOpen} = await import('./auto-open.js');
    return new AutoOpen(this, this.widget, this.load);
  });

  /** A mouse's press may sound already: what its click then has to do is less by that. */
  readonly #onPress = ({isTrusted, pointerType}: PointerEvent) => {
    if (isTrusted && pointerType === 'mouse') this.widget.unlock();
  };

  readonly #onClick = (event: Event) => {
    if (event.isTrusted) this.openInGesture();
  };
}
