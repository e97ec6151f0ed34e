import {LitElement, type PropertyValues} from 'lit';
import type {PageTool, PageTools} from '../../controllers/client-tools.js';
import type {DiagnosticReport} from '../../controllers/diagnose.js';
import type {PageGate} from '../../controllers/page-gate.js';
import type {WidgetController} from '../../controllers/widget-controller.js';
import type {AiwEventMap} from '../../events.js';
import type {NavigateHandler} from '../../navigation/ports.js';
import {once} from './once.js';
import type {Talk} from './talk.js';

export type {DiagnosticReport, NavigateHandler, PageTool, PageTools};

/** What a page's own code may ask of a widget beside opening it (docs/api.md). No method throws. */
export abstract class PageMethods extends LitElement {
  /**
   * Judges `open()`; one serves the page. Given by whoever registers the element.
   *
   * @internal
   */
  static gate: PageGate | null = null;

  /** The host site's JWT that names the visitor (§5). */
  visitorToken = '';
  /** Functions of the page that the agent may call, by name (docs/api.md). */
  clientTools: PageTools | null = null;
  /** `none`: nothing is read from or written to the browser's storage; `all`, the default, is. */
  storage: 'all' | 'none' | '' = '';
  /** The heavy half, once it has arrived. */
  protected talk: Talk | null = null;

  abstract token: string;
  abstract backendUrl: string;
  protected abstract readonly widget: WidgetController;
  /** Fetches the heavy half, once; null where it cannot be had now. */
  protected abstract readonly load: () => Promise<Talk | null>;

  /** Settles when the widget is ready to be opened; rejects where the backend refuses this page. */
  get ready(): Promise<void> {
    return this.widget.ready;
  }

  /** Closes the panel. A call under way goes on. */
  abstract close(): void;

  /** Takes launcher and panel off the page; a call under way goes on, and no trigger fires. */
  hide(): void {
    this.hidden = true;
  }

  /** Puts launcher and panel back. */
  show(): void {
    this.hidden = false;
  }

  /** Mutes the microphone of the call under way. */
  mute(): void {
    this.talk?.call.setMuted(true);
  }

  /** Lets the microphone of the call under way be heard again. */
  unmute(): void {
    this.talk?.call.setMuted(false);
  }

  /**
   * Sends a message to the agent as if the visitor had typed it, at most 2,000 characters.
   *
   * Without a call under way it starts one in writing, in a visitor's own press only: otherwise a
   * line in the console says so, and false is returned.
   */
  sendMessage(text: string): boolean {
    return this.write(text, !!(this.constructor as typeof PageMethods).gate?.isOpen());
  }

  /**
   * Writes for a caller that has checked the gesture itself.
   *
   * @internal
   */
  write(text: string, inGesture: boolean): boolean {
    const isAllowed = inGesture || !!this.talk?.call.isUnderWay;
    void this.#page().then(page => page?.writeFor(this.widget, text, isAllowed, this.load));
    return isAllowed;
  }

  /**
   * Tells the agent facts about the page, such as cart or plan, in place of earlier ones; null
   * takes them back. A plain object that can be JSON, of at most 8 KiB.
   */
  setContext(facts: Readonly<Record<string, unknown>> | null): void {
    void this.#page().then(page => {
      if (page?.takeFacts(this.widget, facts)) this.talk?.call.inform('context');
    });
  }

  /** Declares the functions of the page that the agent may call, in place of earlier ones. */
  setClientTools(tools: PageTools | null): void {
    this.clientTools = tools;
  }

  /**
   * Forgets the visitor: ends the call, and drops identity, facts, transcript and all that is kept
   * in the browser. Resolves when that is done.
   */
  async reset(): Promise<void> {
    this.visitorToken = '';
    this.widget.facts = null;
    this.close();
    this.talk?.call.forget();
    // Closing is remembered, too.
    await this.updateComplete;
    (await this.#page())?.erase(this.widget);
  }

  /** Takes the widget off the page for good; nothing of it remains. */
  destroy(): void {
    this.remove();
  }

  /** Sets the visitor's identity token for the calls that start from now on (§3.4). */
  identify(token: string): void {
    this.visitorToken = token;
  }

  /** Allows the browser's storage, or takes it back: then what was kept is erased there. */
  setStorage(mode: 'all' | 'none'): void {
    this.storage = mode;
  }

  /** Registers the page's router for guided navigation, or clears it (§3.5). */
  onNavigate(handler: NavigateHandler | null): void {
    this.widget.navigateHandler = typeof handler === 'function' ? handler : null;
  }

  /** Takes the visitor to a path of this origin, as the agent would (§3.5). */
  async navigate(path: string, sectionSelector?: string): Promise<void> {
    const talk = await this.load();
    await talk?.call.navigate(path, sectionSelector);
  }

  /**
   * Looks for what keeps the widget from working on this page, prints it with the fix for each,
   * and gives it. Asks for no microphone and starts no session.
   */
  async diagnose(): Promise<DiagnosticReport> {
    return (await import('../../controllers/diagnose.js')).diagnosePage(this);
  }

  /** Listens to one of the widget's events; the answer stops it. */
  on<K extends keyof AiwEventMap>(type: K, handler: (event: AiwEventMap[K]) => void): () => void {
    const listener = handler as (event: Event) => void;
    this.addEventListener(type, listener);
    return () => this.removeEventListener(type, listener);
  }

  protected override updated(changed: PropertyValues) {
    if (changed.has('clientTools') && (this.clientTools || this.widget.tools)) void this.#declare();
  }

  /** Fetches what takes a page's words and facts. */
  readonly #page = once(() => import('../../controllers/host-page.js'));

  /** Fetches what runs the page's functions. */
  readonly #tools = once(async () => {
    const {ClientTools} = await import('../../controllers/client-tools.js');
    return (this.widget.tools = new ClientTools());
  });

  async #declare(): Promise<void> {
    if ((await this.#tools())?.declare(this.clientTools)) this.talk?.call.inform('tools');
  }
}
