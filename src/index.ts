/** Classes and types; importing this registers nothing: `aiw-voice-widget/define` does. */
export {AiwCapturePill} from './elements/capture-pill/capture-pill.js';
export * from './elements/capture-pill/events.js';
export {AiwOrb, ORB_STATES, type OrbState} from './elements/orb/orb.js';
export {
  AiwVoiceWidget,
  type DiagnosticReport,
  type NavigateHandler,
  type PageTool,
  type PageTools,
} from './elements/voice-widget/voice-widget.js';
export * from './events.js';
export type {AIWWidgetApi} from './page-api.js';
