/** The heavy half of a widget, fetched on intent as one chunk: panel, call, guided navigation. */
import {ContextProvider} from '@lit/context';
import {html} from 'lit';
import '../panel/panel.define.js';
import {orbStateOf} from '../../call/face.js';
import {MAX_TEXT_LENGTH, type Engagement} from '../../contract/index.js';
import type {OrbFeed} from '../../controllers/call-context.js';
import {CallController} from '../../controllers/call-controller.js';
import type {WidgetController} from '../../controllers/widget-controller.js';
import type {PageMemory} from '../../controllers/call-keeper.js';
import {AiwCloseEvent, AiwNavigateEvent, AiwOpenEvent} from '../../events.js';
import {stringsContext} from '../../locales/strings-controller.js';
import type {Strings} from '../../locales/strings.js';
import {PARTS} from '../panel/parts.js';
import {announce} from './announce.js';
import {labelStyles} from './label.styles.js';
import {once} from './once.js';
import {place} from './place.js';
import type {AiwVoiceWidget} from './voice-widget.js';
import {wordsFor} from './words.js';

/** What of a page's own stands in the panel. */
const SLOTS = ['header', 'empty', 'note'];

/** A widget's call and panel, once they have arrived. */
export class Talk {
  readonly call: CallController;
  readonly #element: AiwVoiceWidget;
  readonly #widget: WidgetController;
  #unplace: () => void = () => {};
  /** Rule by which the panel was opened, unasked. */
  #triggerId: string | null = null;
  /** What the visitor did on earlier pages of a call that was restored here. */
  #earlier: PageMemory['engagement'] | null = null;
  /** The panel is there again after a page load: focus is the page's. */
  #isRestored = false;

  /** What the visitor reads. */
  readonly words: Strings;

  private constructor(
    element: AiwVoiceWidget,
    widget: WidgetController,
    show: (orb: OrbFeed) => void,
    words: Strings,
  ) {
    let face = 'idle';
    this.words = words;
    new ContextProvider(element, {context: stringsContext, initialValue: words});
    this.#element = element;
    this.#widget = widget;
    const {styleSheet} = labelStyles;
    if (styleSheet) (element.renderRoot as ShadowRoot).adoptedStyleSheets.push(styleSheet);
    this.call = new CallController(element, widget, {
      session: () => ({
        engagement: {...this.#openedBy(), ...this.#engagement()},
        visitorToken: element.visitorToken,
        locale: element.lang || navigator.language,
      }),
      stateChanged: (state, {input, output}) => {
        const orb = orbStateOf(state);
        if (orb === face) return;
        face = orb;
        show({state: orb, level: orb === 'speaking' ? output : input});
      },
      announced: announcement => announce(element, announcement),
      arrived: path => element.dispatchEvent(new AiwNavigateEvent(path)),
      close: () => void this.#leave(),
      consentGate: once(async () => (await import('../consent/consent.define.js')).ConsentGate),
      memory: () => ({isOpen: element.isOpen, engagement: this.#engagement()}),
      restored: memory => this.#restore(memory),
    });
  }

  /** `show` puts what happens on the launcher's orb. */
  static async arrive(
    element: AiwVoiceWidget,
    widget: WidgetController,
    show: (orb: OrbFeed) => void,
  ): Promise<Talk> {
    const {lang, textContents} = element;
    const words = await wordsFor({lang, textContents, locale: widget.settings?.locale});
    return new Talk(element, widget, show, words);
  }

  /** The panel is about to be shown because a rule fired; a call is the visitor's to start. */
  offer(triggerId: string): void {
    this.#triggerId = triggerId;
  }

  /** Starts a call by voice where that is to be had; the visitor sees the panel before. */
  async begin(): Promise<void> {
    this.#triggerId = null;
    // A widget without voice never asks for the microphone, however early it is opened.
    await Promise.all([nextPaint(), this.#widget.resolver?.asking]);
    const {settings, audioContext} = this.#widget;
    this.call.start(audioContext && settings?.modes.voice !== false ? 'voice' : 'text');
    this.#resident?.scrollIntoView({block: 'nearest'});
  }

  /** The panel, with what the page has put into its slots. */
  panel() {
    const given = SLOTS.filter(name => this.#element.querySelector(`:scope > [slot=${name}]`));
    return html`<aiw-panel exportparts=${PARTS} ?resident=${this.#resident}
      >${given.map(name => html`<slot name=${name} slot=${name}></slot>`)}</aiw-panel
    >`;
  }

  /** Writes to the agent on the page's behalf, unless it is too long; the visitor sees a conversation that begins so. */
  write(text: string): boolean {
    if (text.length > MAX_TEXT_LENGTH) return false;
    if (!this.call.isUnderWay) {
      this.#triggerId = null;
      this.#element.reveal();
    }
    this.call.sendText(text);
    return true;
  }

  /** The panel is on the page: puts it in its place and the visitor into it. */
  opened(root: HTMLElement, anchor: Element | null): void {
    const panel = root.querySelector('aiw-panel');
    if (!panel) return;
    this.seat(root, anchor);
    const unasked = this.#triggerId !== null;
    const restored = this.#isRestored;
    this.#isRestored = false;
    // Focus asks for a layout: not before the visitor sees the panel.
    if (unasked) void nextPaint().then(() => panel.announceGreeting());
    else if (!restored) void nextPaint().then(() => panel.focusFirst());
    if (unasked || restored) addEventListener('keydown', this.#onKey);
    this.#element.dispatchEvent(new AiwOpenEvent());
  }

  /** Puts the open panel beside its anchor: the page's, or where it floats by itself the launcher. */
  seat(root: HTMLElement, anchor: Element | null = null): void {
    const panel = root.querySelector('aiw-panel');
    if (!panel) return;
    const box = panel.popover ? panel : root;
    const beside = this.#resident
      ? null
      : (anchor ?? (box === panel ? root.firstElementChild : null));
    this.#unplace();
    this.#unplace = beside ? place(box, panel, beside) : () => {};
    root.style.setProperty('--_origin', originOf(root, panel, beside));
  }

  /** The panel is gone. */
  closed(): void {
    this.#unplace();
    this.#unplace = () => {};
    this.#triggerId = null;
    removeEventListener('keydown', this.#onKey);
    this.#element.dispatchEvent(new AiwCloseEvent());
  }

  #restore({isOpen, engagement}: PageMemory): void {
    this.#earlier = engagement;
    if (!isOpen || this.#element.isOpen) return;
    this.#isRestored = true;
    this.#element.reveal();
  }

  #engagement(): PageMemory['engagement'] {
    const now = this.#widget.meter.read();
    return this.#earlier ? sumOf(this.#earlier, now) : now;
  }

  /** By a rule only as long as it is published: the backend believes in no other. */
  #openedBy(): Pick<Engagement, 'opened_by' | 'trigger_id'> {
    const trigger = this.#widget.settings?.triggers.find(({id}) => id === this.#triggerId);
    return trigger ? {opened_by: 'trigger', trigger_id: trigger.id} : {opened_by: 'gesture'};
  }

  /** Focus has stayed with the page, and with it the keys. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.isTrusted && !event.defaultPrevented) void this.#leave();
  };

  /** The root of a panel that stands in the page: it stays. */
  get #resident(): Element | null {
    return this.#element.renderRoot.querySelector('[data-variant=panel]');
  }

  /** The visitor's own closing is seen; the page's is at once. */
  async #leave(): Promise<void> {
    if (this.#resident) return;
    await this.#element.renderRoot.querySelector('aiw-panel')?.leave();
    this.#element.close();
  }
}

/** What was done on two pages one after the other; the first event is the earlier page's. */
function sumOf(
  {first_event_ms: first, ...earlier}: PageMemory['engagement'],
  {first_event_ms: later, ...now}: PageMemory['engagement'],
): PageMemory['engagement'] {
  const sum = {...now};
  for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += earlier[name];
  const firstEventMs = first ?? later;
  return {...sum, ...(firstEventMs !== undefined && {first_event_ms: firstEventMs})};
}

/** From where a panel grows: the middle of its anchor, or the launcher's corner. */
function originOf(root: HTMLElement, panel: Element, anchor: Element | null): string {
  if (!anchor) {
    const {placement = ''} = root.dataset;
    return `${placement.endsWith('left') ? 0 : 100}% ${placement.startsWith('top') ? 0 : 100}%`;
  }
  const from = anchor.getBoundingClientRect();
  const to = panel.getBoundingClientRect();
  const x = (from.left + from.right) / 2 - to.left;
  const y = (from.top + from.bottom) / 2 - to.top;
  return `${Math.round(x)}px ${Math.round(y)}px`;
}

/** Resolves when what was rendered by now has been painted. */
function nextPaint(): Promise<void> {
  return new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
}
