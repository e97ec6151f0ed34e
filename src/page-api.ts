import type {DiagnosticReport} from './diagnose/report.js';
import type {PageTools} from './elements/voice-widget/page-methods.js';
import type {AiwEventMap} from './events.js';
import type {NavigateHandler} from './navigation/ports.js';

/** `window.AIWWidget` (§3.1). No method throws. */
export interface AIWWidgetApi {
  /** Opens the widget and starts a call; only inside a visitor's own press (§3.2). */
  open(anchor?: Element | null): boolean;
  /** Closes the panel; a call under way goes on. */
  close(): void;
  /** Closes the panel, or opens it as `open()` does: in a gesture only. */
  toggle(anchor?: Element | null): boolean;
  /** Takes launcher and panel off the page; a call under way goes on. */
  hide(): void;
  /** Puts launcher and panel back. */
  show(): void;
  /** Mutes the microphone of the call under way. */
  mute(): void;
  /** Lets the microphone be heard again. */
  unmute(): void;
  /**
   * Sends a message as if the visitor had typed it. Without a call under way it starts one in
   * writing, in a gesture only; false where it may not.
   */
  sendMessage(text: string): boolean;
  /** Tells the agent facts about the page in place of earlier ones; null takes them back. */
  setContext(facts: Readonly<Record<string, unknown>> | null): void;
  /** Declares the functions of the page that the agent may call, in place of earlier ones. */
  setClientTools(tools: PageTools | null): void;
  /** Forgets the visitor: call, identity, facts, transcript, and all that is kept in the browser. */
  reset(): Promise<void>;
  /** Takes the widget off the page, and this object with it; the tag may be injected again. */
  destroy(): void;
  /** Sets the visitor's identity token (§3.4). */
  identify(token: string): void;
  /** Allows the browser's storage, or takes it back and erases what was kept. */
  setStorage(mode: 'all' | 'none'): void;
  /** Registers the page's router, or clears it (§3.5). */
  onNavigate(handler: NavigateHandler | null): void;
  /** Takes the visitor to a path of this origin (§3.5). */
  navigate(path: string, sectionSelector?: string): void;
  /** Listens to one of the widget's events; the answer stops it. */
  on<K extends keyof AiwEventMap>(type: K, handler: (event: AiwEventMap[K]) => void): () => void;
  /** Looks for what keeps the widget from working on this page, prints it and gives it. */
  diagnose(): Promise<DiagnosticReport>;
  /** Settles when the widget is ready to be opened. */
  readonly ready: Promise<void>;
}

declare global {
  interface Window {
    /** There once the script tag has run. */
    AIWWidget?: AIWWidgetApi;
  }
}
