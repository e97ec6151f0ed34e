import type {
  AiwVoiceWidget,
  DiagnosticReport,
  NavigateHandler,
  PageTools,
} from '../src/elements/voice-widget/voice-widget.js';
import {rejectGesture} from '../src/errors.js';
import type {AiwEventMap} from '../src/events.js';
import {unlockAudio} from '../src/platform/audio/unlock.js';
import type {GestureGate} from '../src/platform/gesture.js';

/** `window.AIWWidget` (§3.1). No method throws. */
export interface AIWWidgetApi {
  /** Opens the widget and starts a call; only inside a visitor's own press (§3.2). */
  open(anchor?: Element | null): boolean;
  close(): void;
  /** Closes the panel, or opens it as `open()` does: in a gesture only. */
  toggle(anchor?: Element | null): boolean;
  /** Takes launcher and panel off the page; a call under way goes on. */
  hide(): void;
  show(): void;
  /** The microphone of the call under way. */
  mute(): void;
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
    AIWWidget?: AIWWidgetApi;
  }
}

/** Methods that are the widget's own, done when it is there. */
const QUEUED = [
  'close',
  'hide',
  'show',
  'mute',
  'unmute',
  'identify',
  'setStorage',
  'onNavigate',
  'navigate',
  'setContext',
  'setClientTools',
] as const;

/** The page's API over a widget that is still on its way: what is asked meanwhile is done then. */
export function createApi(arriving: Promise<AiwVoiceWidget>, gate: GestureGate): AIWWidgetApi {
  let widget: AiwVoiceWidget | null = null;
  const later = (action: (widget: AiwVoiceWidget) => unknown): void => {
    if (widget) action(widget);
    else arriving.then(action).catch(() => {});
  };
  later(arrived => {
    widget = arrived;
  });
  const ready = arriving.then(arrived => arrived.ready);
  // Waiting for it is optional; a failure has its own line in the console.
  ready.catch(() => {});
  const queued = QUEUED.map(name => [
    name,
    (...args: unknown[]) => later(arrived => Reflect.apply(arrived[name], arrived, args)),
  ]);
  const open: AIWWidgetApi['open'] = anchor => {
    if (!gate.isOpen()) return rejectGesture();
    // The press is now; the panel comes when it can.
    const context = widget ? null : unlockAudio();
    later(arrived => arrived.openInGesture(anchor, context));
    return true;
  };
  return Object.freeze<AIWWidgetApi>({
    ...(Object.fromEntries(queued) as Pick<AIWWidgetApi, (typeof QUEUED)[number]>),
    open,
    toggle: anchor => (widget?.isOpen ? widget.toggle() : open(anchor)),
    sendMessage(text) {
      const inGesture = gate.isOpen();
      if (widget) return widget.write(text, inGesture);
      later(arrived => arrived.write(text, inGesture));
      return inGesture;
    },
    on(type, handler) {
      let remove = () => {};
      let removed = false;
      later(arrived => {
        if (!removed) remove = arrived.on(type, handler);
      });
      return () => {
        removed = true;
        remove();
      };
    },
    reset: () => arriving.then(arrived => arrived.reset()).catch(() => {}),
    destroy() {
      Reflect.deleteProperty(window, 'AIWWidget');
      widget?.destroy();
      // Another widget of the page may still ask it.
      if (!document.querySelector('aiw-voice-widget')) gate.disconnect();
    },
    diagnose: () => arriving.then(arrived => arrived.diagnose()),
    ready,
  });
}
