/** Types of the elements in Solid's JSX: `import type {} from 'aiw-voice-widget/jsx/solid'`. */
import type {JSX} from 'solid-js';
import type {ElementEvents, ElementProps, Elements, Handlers, Prefixed} from './props.js';

type Props<Tag extends keyof Elements> = Omit<
  JSX.HTMLAttributes<Elements[Tag]>,
  keyof ElementProps[Tag]
> &
  ElementProps[Tag] &
  Prefixed<'prop:', ElementProps[Tag]> &
  Handlers<'on:', ElementEvents[Tag]>;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'aiw-voice-widget': Props<'aiw-voice-widget'>;
      'aiw-orb': Props<'aiw-orb'>;
      'aiw-capture-pill': Props<'aiw-capture-pill'>;
    }
  }
}
