/** Types of the elements in Vue's templates: `import type {} from 'aiw-voice-widget/jsx/vue'`. */
import type {HTMLAttributes, PublicProps} from 'vue';
import type {ElementEvents, ElementProps, Elements} from './props.js';

/** `aiw-call-start` as a template's `@aiw-call-start` is looked up: `onAiwCallStart`. */
type Camelized<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camelized<Tail>>}`
  : Name;

type Handlers<Events> = {
  [Name in keyof Events & string as `on${Capitalize<Camelized<Name>>}`]?: (
    event: Events[Name],
  ) => void;
};

/** Attributes as a template's `:start-muted` is looked up: `startMuted`. */
type Attributes<Props> = {
  [Name in keyof Props & string as Camelized<Name>]?: Props[Name];
};

interface Component<Tag extends keyof Elements> {
  new (): {
    $props: Omit<HTMLAttributes, keyof ElementProps[Tag]> &
      PublicProps &
      ElementProps[Tag] &
      Attributes<ElementProps[Tag]> &
      Handlers<ElementEvents[Tag]>;
  };
}

declare module 'vue' {
  interface GlobalComponents {
    'aiw-voice-widget': Component<'aiw-voice-widget'>;
    'aiw-orb': Component<'aiw-orb'>;
    'aiw-capture-pill': Component<'aiw-capture-pill'>;
  }
}
