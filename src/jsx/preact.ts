/** Types of the elements in Preact's JSX: `import type {} from 'aiw-voice-widget/jsx/preact'`. */
import type {HTMLAttributes} from 'preact';
import type {ElementEvents, ElementProps, Elements, Handlers} from './props.js';

type Props<Tag extends keyof Elements> = Omit<
  HTMLAttributes<Elements[Tag]>,
  keyof ElementProps[Tag]
> &
  ElementProps[Tag] &
  Handlers<'on', ElementEvents[Tag]>;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'aiw-voice-widget': Props<'aiw-voice-widget'>;
      'aiw-orb': Props<'aiw-orb'>;
      'aiw-capture-pill': Props<'aiw-capture-pill'>;
    }
  }
}
