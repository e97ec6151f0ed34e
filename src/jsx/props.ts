/** What the elements take and fire, as the typings of each framework need it. */
import type {AiwCapturePill} from '../elements/capture-pill/capture-pill.js';
import type {CaptureConfirmEvent, CaptureDismissEvent} from '../elements/capture-pill/events.js';
import type {AiwOrb} from '../elements/orb/orb.js';
import type {AiwVoiceWidget} from '../elements/voice-widget/voice-widget.js';
import type {AiwEventMap} from '../events.js';

/** Properties of `<aiw-voice-widget>` that a page sets. */
export type VoiceWidgetProperties = Pick<
  AiwVoiceWidget,
  | 'token'
  | 'backendUrl'
  | 'visitorToken'
  | 'textContents'
  | 'storage'
  | 'placement'
  | 'variant'
  | 'colorScheme'
  | 'launcherLabel'
  | 'clientTools'
>;

/** Attributes of `<aiw-voice-widget>`: strings, as HTML has them. */
export interface VoiceWidgetAttributes {
  token: string;
  'backend-url': string;
  'visitor-token': string;
  'text-contents': string;
  storage: VoiceWidgetProperties['storage'];
  placement: VoiceWidgetProperties['placement'];
  variant: VoiceWidgetProperties['variant'];
  'color-scheme': VoiceWidgetProperties['colorScheme'];
  'launcher-label': string;
  'push-to-talk': boolean | '';
  'start-muted': boolean | '';
}

/** Properties, and attributes, of `<aiw-orb>`. */
export type OrbProperties = Pick<AiwOrb, 'state' | 'level' | 'label'>;

/** Properties, and attributes, of `<aiw-capture-pill>`. */
export type CapturePillProperties = Pick<AiwCapturePill, 'kind' | 'value' | 'status' | 'country'>;

/** Events of `<aiw-capture-pill>` by name. */
export interface CapturePillEvents {
  'aiw-capture-confirm': CaptureConfirmEvent;
  'aiw-capture-dismiss': CaptureDismissEvent;
}

/** A handler for each event, under a prefix before the event's name. */
export type Handlers<Prefix extends string, Events> = {
  [Name in keyof Events & string as `${Prefix}${Name}`]?: (event: Events[Name]) => void;
};

/** Handlers with the one of `aiw-capture` under another name, where a framework reads its own otherwise. */
export type CaptureUnder<Name extends string, All> = Omit<All, 'onaiw-capture'> &
  ('onaiw-capture' extends keyof All ? {[_ in Name]?: All['onaiw-capture']} : unknown);

/** Each property under a prefix before its name. */
export type Prefixed<Prefix extends string, Properties> = {
  [Name in keyof Properties & string as `${Prefix}${Name}`]?: Properties[Name];
};

/** What each element takes, by its tag, all of it optional. */
export interface ElementProps {
  'aiw-voice-widget': Partial<VoiceWidgetProperties & VoiceWidgetAttributes>;
  'aiw-orb': Partial<OrbProperties>;
  'aiw-capture-pill': Partial<CapturePillProperties>;
}

/** What each element fires, by its tag. */
export interface ElementEvents {
  'aiw-voice-widget': AiwEventMap;
  'aiw-orb': object;
  'aiw-capture-pill': CapturePillEvents;
}

/** The element of each tag. */
export interface Elements {
  'aiw-voice-widget': AiwVoiceWidget;
  'aiw-orb': AiwOrb;
  'aiw-capture-pill': AiwCapturePill;
}
