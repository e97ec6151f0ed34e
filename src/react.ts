/**
 * The elements as React components, for React 16.8 and later, and for handlers by `onAiw…` names.
 *
 * React 19 takes the elements as they are, too: `aiw-voice-widget/jsx/react` has the types. Imported
 * where pages are rendered on a server it renders empty tags, which the browser fills.
 */
import {createComponent, type EventName} from '@lit/react';
import * as React from 'react';
import './define.js';
import {
  AiwCapturePill as CapturePillElement,
  AiwOrb as OrbElement,
  AiwVoiceWidget as VoiceWidgetElement,
  type AiwEventMap,
} from './index.js';
import type {
  CapturePillEvents,
  CapturePillProperties,
  OrbProperties,
  VoiceWidgetProperties,
} from './jsx/props.js';

/** `aiw-call-start` as a prop: `onAiwCallStart`. */
type HandlerName<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${HandlerName<Tail>}`
  : Capitalize<Name>;

type Handlers<Events> = {
  [Name in keyof Events & string as `on${HandlerName<Name>}`]?: (event: Events[Name]) => void;
};

/** A component of an element: its properties, a handler for each event, all that HTML has, and a ref. */
type Component<Element, Properties, Events = object> = React.ForwardRefExoticComponent<
  Omit<React.HTMLAttributes<Element>, keyof Properties> &
    Partial<Properties> &
    Handlers<Events> &
    React.RefAttributes<Element>
>;

const named = <E extends Event>(name: string) => name as EventName<E>;

/** `<aiw-voice-widget>`; a ref gives the element with its methods. */
export const AiwVoiceWidget: Component<VoiceWidgetElement, VoiceWidgetProperties, AiwEventMap> =
  createComponent({
    react: React,
    tagName: 'aiw-voice-widget',
    elementClass: VoiceWidgetElement,
    displayName: 'AiwVoiceWidget',
    events: {
      onAiwOpen: named<AiwEventMap['aiw-open']>('aiw-open'),
      onAiwClose: named<AiwEventMap['aiw-close']>('aiw-close'),
      onAiwCallStart: named<AiwEventMap['aiw-call-start']>('aiw-call-start'),
      onAiwCallEnd: named<AiwEventMap['aiw-call-end']>('aiw-call-end'),
      onAiwMessage: named<AiwEventMap['aiw-message']>('aiw-message'),
      onAiwCapture: named<AiwEventMap['aiw-capture']>('aiw-capture'),
      onAiwNavigate: named<AiwEventMap['aiw-navigate']>('aiw-navigate'),
      onAiwTrigger: named<AiwEventMap['aiw-trigger']>('aiw-trigger'),
      onAiwError: named<AiwEventMap['aiw-error']>('aiw-error'),
    },
  });

/** `<aiw-orb>`. */
export const AiwOrb: Component<OrbElement, OrbProperties> = createComponent({
  react: React,
  tagName: 'aiw-orb',
  elementClass: OrbElement,
  displayName: 'AiwOrb',
});

/** `<aiw-capture-pill>`. */
export const AiwCapturePill: Component<
  CapturePillElement,
  CapturePillProperties,
  CapturePillEvents
> = createComponent({
  react: React,
  tagName: 'aiw-capture-pill',
  elementClass: CapturePillElement,
  displayName: 'AiwCapturePill',
  events: {
    onAiwCaptureConfirm: named<CapturePillEvents['aiw-capture-confirm']>('aiw-capture-confirm'),
    onAiwCaptureDismiss: named<CapturePillEvents['aiw-capture-dismiss']>('aiw-capture-dismiss'),
  },
});
