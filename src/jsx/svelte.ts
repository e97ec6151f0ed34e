/**
 * Types of the elements in Svelte's markup: `import type {} from 'aiw-voice-widget/jsx/svelte'`.
 *
 * Svelte takes `capture` at the end of a handler's name for the capture phase; `aiw-capture` is
 * therefore heard by `onaiw-capturecapture`.
 */
import type {HTMLAttributes} from 'svelte/elements';
import type {CaptureUnder, ElementEvents, ElementProps, Elements, Handlers} from './props.js';

type Props<Tag extends keyof Elements> = Omit<
  HTMLAttributes<Elements[Tag]>,
  keyof ElementProps[Tag]
> &
  ElementProps[Tag] &
  CaptureUnder<'onaiw-capturecapture', Handlers<'on', ElementEvents[Tag]>>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'aiw-voice-widget': Props<'aiw-voice-widget'>;
    'aiw-orb': Props<'aiw-orb'>;
    'aiw-capture-pill': Props<'aiw-capture-pill'>;
  }
}
