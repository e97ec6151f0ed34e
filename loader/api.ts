import type {AiwVoiceWidget} from '../src/elements/voice-widget/voice-widget.js';
import {rejectGesture} from '../src/errors.js';
import type {AIWWidgetApi} from '../src/page-api.js';
import {unlockAudio} from '../src/platform/audio/unlock.js';
import type {GestureGate} from '../src/platform/gesture.js';

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
