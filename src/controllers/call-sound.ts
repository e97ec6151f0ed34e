import type {LitElement} from 'lit';
import type {CallState, TalkSettings} from '../call/state.js';
import {isUnderWay} from '../call/step.js';
import {DeviceMicrophone} from '../platform/audio/microphone.js';
import {SoundWatch} from '../platform/audio/sound-watch.js';
import {ContextSpeaker} from '../platform/audio/speaker.js';
import {browserClock} from '../platform/clock.js';
import type {WidgetStorage} from '../platform/storage.js';
import type {Levels} from './call-context.js';
import {SoundSettings} from './sound-settings.js';
import type {WidgetController} from './widget-controller.js';

/** Whom a call's sound tells. */
export interface SoundListener {
  /** The visitor has chosen something. */
  chosen(): void;
  interrupted(isInterrupted: boolean): void;
}

/** Ears and mouth of a widget's calls: devices, the visitor's choice, and a watch over both. */
export class CallSound {
  readonly microphone: DeviceMicrophone;
  readonly speaker: ContextSpeaker;
  readonly settings: SoundSettings;
  readonly levels: Levels;
  readonly #element: LitElement;
  readonly #widget: WidgetController;
  readonly #watch: SoundWatch;

  constructor(
    element: LitElement,
    widget: WidgetController,
    storage: WidgetStorage,
    listener: SoundListener,
  ) {
    const context = () => widget.audioContext;
    const microphone = new DeviceMicrophone(context);
    const speaker = new ContextSpeaker(context);
    this.#element = element;
    this.#widget = widget;
    this.#watch = new SoundWatch(isOn => listener.interrupted(isOn), browserClock);
    this.microphone = microphone;
    this.speaker = speaker;
    this.settings = new SoundSettings(storage, microphone, speaker, () => listener.chosen());
    this.levels = {input: () => microphone.level, output: () => speaker.level};
    microphone.onSilenced = isSilenced => this.#watch.silenced(isSilenced);
  }

  /** The visitor's own choice, else the page's attribute, else the operator's setting. */
  talk(): TalkSettings {
    const {settings} = this.#widget;
    const {pushToTalk, startMuted} = settings?.conversation ?? {};
    const asked = (attribute: string) => this.#element.hasAttribute(attribute);
    return {
      typing: settings?.modes.text ?? true,
      pushToTalk: this.settings.preferences.pushToTalk ?? (asked('push-to-talk') || !!pushToTalk),
      startMuted: asked('start-muted') || !!startMuted,
    };
  }

  /** Makes everything ready to sound; inside a tap. */
  turnOn(): void {
    this.#widget.unlock();
    this.speaker.warm();
  }

  /** Watches over the sound of a call by voice, and over nothing else. */
  follow({microphone: {status}, stage}: CallState): void {
    const isHeard = status === 'live' || status === 'muted';
    this.#watch.watch(isHeard && isUnderWay(stage) ? this.#widget.audioContext : null);
  }

  stop(): void {
    this.#watch.watch(null);
  }
}
