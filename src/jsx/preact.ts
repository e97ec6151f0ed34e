/**
 * Types of the elements in Preact's JSX: `import type {} from 'aiw-voice-widget/jsx/preact'`.
 *
 * Preact takes `Capture` at the end of a handler's name for the capture phase; `aiw-capture` is
 * therefore heard by `onaiw-captureCapture`.
 */
import type {HTMLAttributes} from 'preact';
import type {CaptureUnder, ElementEvents, ElementProps, Elements, Handlers} from './props.js';

type Props<Tag extends keyof Elements> = Omit<
  HTMLAttributes<Elements[Tag]>,
  keyof ElementProps[Tag]
> &
  ElementProps[Tag] &
  CaptureUnder<'onaiw-captureCapture', Handlers<'on', ElementEvents[Tag]>>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'aiw-voice-widget': Props<'aiw-voice-widget'>;
      'aiw-orb': Props<'aiw-orb'>;
      'aiw-capture-pill': Props<'aiw-capture-pill'>;
    }
  }
}
