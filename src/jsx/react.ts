/** Types of the elements in React's JSX: `import type {} from 'aiw-voice-widget/jsx/react'`. */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {ElementEvents, ElementProps, Elements, Handlers} from './props.js';

type Props<Tag extends keyof Elements> = DetailedHTMLProps<
  Omit<HTMLAttributes<Elements[Tag]>, keyof ElementProps[Tag]> &
    ElementProps[Tag] &
    Handlers<'on', ElementEvents[Tag]>,
  Elements[Tag]
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'aiw-voice-widget': Props<'aiw-voice-widget'>;
      'aiw-orb': Props<'aiw-orb'>;
      'aiw-capture-pill': Props<'aiw-capture-pill'>;
    }
  }
}
