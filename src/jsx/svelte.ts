/** Types of the elements in Svelte's markup: `import type {} from 'aiw-voice-widget/jsx/svelte'`. */
import type {HTMLAttributes} from 'svelte/elements';
import type {ElementEvents, ElementProps, Elements, Handlers} from './props.js';

type Props<Tag extends keyof Elements> = Omit<
  HTMLAttributes<Elements[Tag]>,
  keyof ElementProps[Tag]
> &
  ElementProps[Tag] &
  Handlers<'on', ElementEvents[Tag]>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'aiw-voice-widget': Props<'aiw-voice-widget'>;
    'aiw-orb': Props<'aiw-orb'>;
    'aiw-capture-pill': Props<'aiw-capture-pill'>;
  }
}
