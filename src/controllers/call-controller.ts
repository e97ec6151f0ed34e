import {ContextProvider} from '@lit/context';
import type {LitElement, ReactiveController} from 'lit';
import {feedbackSender} from '../api/feedback.js';
import {captureSender, Sessions, type SessionContext} from '../api/sessions.js';
import {Call} from '../call/call.js';
import type {Wish} from '../call/consent.js';
import type {Announcement} from '../call/effects.js';
import type {Guide} from '../call/ports.js';
import type {KeptCall} from '../call/kept-call.js';
import type {CallState} from '../call/state.js';
import {isUnderWay} from '../call/step.js';
import {INITIAL_STATE} from '../call/transition.js';
import type {Agent, ClientFrame} from '../contract/index.js';
import {destination, inNavMap} from '../navigation/destination.js';
import {isVoicePermitted} from '../platform/audio/permitted.js';
import {copy} from '../platform/clipboard.js';
import {browserClock} from '../platform/clock.js';
import {StoredOutbox} from '../platform/outbox.js';
import {PageWatch} from '../platform/page-watch.js';
import {WidgetStorage} from '../platform/storage.js';
import {TypingWatch} from '../platform/typing-watch.js';
import {uuid} from '../platform/uuid.js';
import {openWebSocketStream} from '../platform/websocket-stream.js';
import {CallConsent} from './call-consent.js';
import {LoadingContactFinder} from './contact-finder.js';
import {CallKeeper, type PageMemory} from './call-keeper.js';
import {callContext, type CallActions, type CallHandle, type Levels} from './call-context.js';
import {CallSound} from './call-sound.js';
import {LazyGuide} from './lazy-guide.js';
import type {ConsentGate} from './consent-gate.js';
import type {WidgetController} from './widget-controller.js';

/** What a widget lends its call. */
export interface CallHost {
  /** What a session is started with, read when it is. */
  session(): SessionContext;
  stateChanged(state: CallState, levels: Levels): void;
  announced(announcement: Announcement): void;
  /** The visitor was taken to a path of this origin. */
  arrived(path: string): void;
  close(): void;
  /** Fetches what asks for consent; null where it cannot be had now. */
  consentGate(): Promise<typeof ConsentGate | null>;
  /** What the next page of the tab has to know, read as this one is left. */
  memory(): PageMemory;
  /** A call of the page before goes on here. */
  restored(memory: PageMemory): void;
}

/** The agent of a widget that has not been resolved yet. */
const NOBODY: Agent = {name: '', greeting: ''};
const NO_TOOL = {error: 'TOOL_NOT_FOUND'} as const;
const BOTH: CallHandle['modes'] = {voice: true, text: true};

/** What the agent is to know of the page. */
function pageFrames({facts, tools}: WidgetController): ClientFrame[] {
  const frames: ClientFrame[] = [];
  if (facts) frames.push({type: 'context', facts});
  if (tools) frames.push({type: 'tools', tools: [...tools.declared]});
  return frames;
}

/** Binds a {@link Call} to an element: makes its ports, and gives state and actions to the panel. */
export class CallController implements ReactiveController {
  readonly #host: CallHost;
  readonly #widget: WidgetController;
  readonly #guide: LazyGuide;
  readonly #call: Call;
  readonly #keeper: CallKeeper;
  readonly #element: LitElement;
  readonly #outbox: StoredOutbox;
  readonly #typing = new TypingWatch(() => performance.now());
  readonly #contacts = new LoadingContactFinder();
  readonly #sound: CallSound;
  readonly #consent: CallConsent;
  readonly #pageWatch = new PageWatch((url, title) => this.#call.pageChanged(url, title));
  readonly #provider: ContextProvider<typeof callContext>;

  /** `widget` is resolved, or at least knows its backend. */
  constructor(element: LitElement, widget: WidgetController, host: CallHost) {
    const {resolver} = widget;
    if (!resolver) throw new Error('A call needs a backend.');
    const storage = new WidgetStorage(resolver.token);
    this.#element = element;
    this.#host = host;
    this.#widget = widget;
    this.#guide = new LazyGuide({
      judge: (page, request) => destination(page, request, widget.settings?.navigation.site),
      handler: () => widget.navigateHandler,
      onArrival: path => host.arrived(path),
      isTyping: () => this.#typing.isTyping,
      load: url => location.assign(url),
      clock: browserClock,
    });
    this.#outbox = new StoredOutbox(storage, captureSender(resolver.baseUrl), browserClock);
    this.#sound = new CallSound(element, widget, storage, {
      chosen: () => this.#soundChosen(),
      interrupted: isInterrupted => this.#call.dispatch({type: 'interrupted', isInterrupted}),
    });
    this.#consent = new CallConsent(widget, storage, {
      consentGate: () => host.consentGate(),
      state: () => this.#call.state,
      fulfil: wish => this.#fulfil(wish),
      again: wish => ('mode' in wish ? this.start(wish.mode) : this.#consent.wish(wish)),
      clear: () => this.#call.dispatch({type: 'clear'}),
      changed: () => this.#provider.setValue(this.#handle(this.#call.state)),
    });
    this.#call = new Call(
      {
        sessions: new Sessions(resolver, async () => ({
          ...host.session(),
          consent: await this.#consent.admit(),
        })),
        openStream: openWebSocketStream,
        microphone: this.#sound.microphone,
        speaker: this.#sound.speaker,
        guide: {go: this.#guideTo, arrive: request => this.#guide.arrive(request)},
        outbox: this.#outbox,
        feedback: feedbackSender(resolver.baseUrl),
        contacts: this.#contacts,
        page: {
          frames: () => pageFrames(widget),
          run: async (name, args) => (await widget.tools?.run(name, args, browserClock)) ?? NO_TOOL,
        },
        clock: browserClock,
        talk: () => this.#sound.talk(),
        admit: () => this.#consent.admitMicrophone(),
      },
      {
        stateChanged: state => this.#changed(state),
        announced: announcement => host.announced(announcement),
      },
    );
    this.#keeper = new CallKeeper(this.#call, new WidgetStorage(resolver.token, 'sessionStorage'), {
      memory: () => host.memory(),
      restore: kept => this.#restore(kept),
    });
    this.#provider = new ContextProvider(element, {
      context: callContext,
      initialValue: this.#handle(INITIAL_STATE),
    });
    element.addController(this);
  }

  hostConnected(): void {
    this.#pageWatch.start();
    this.#typing.start();
    this.#outbox.open();
    this.#keeper.start();
    // A page on which the widget may not run has no ready one.
    void this.#widget.ready
      .then(() => Promise.all([this.#keeper.take(), this.#consent.load()]))
      .catch(() => {});
  }

  hostDisconnected(): void {
    this.#pageWatch.stop();
    this.#typing.stop();
    this.#guide.stop();
    this.#outbox.close();
    this.#keeper.stop();
    this.#call.destroy();
    this.#widget.tools?.stop();
    this.#sound.stop();
  }

  /** Starts a call unless one is under way; inside a tap where `voice` is wanted. */
  start(mode: 'voice' | 'text'): void {
    if (mode === 'voice') this.#sound.turnOn();
    this.#consent.wish({mode});
  }

  #fulfil(wish: Wish): void {
    if ('text' in wish) {
      this.#call.dispatch({type: 'sendText', id: uuid(), text: wish.text, at: Date.now()});
    } else this.#call.dispatch({type: 'start', mode: wish.mode, talk: this.#sound.talk()});
  }

  get isUnderWay(): boolean {
    return isUnderWay(this.#call.state.stage);
  }

  setMuted(muted: boolean): void {
    this.#call.dispatch({type: 'setMuted', muted});
  }

  /** Tells the agent of a call under way what the page has told anew. */
  inform(news: 'context' | 'tools'): void {
    for (const frame of pageFrames(this.#widget)) if (frame.type === news) this.#call.tell(frame);
  }

  /** Writes as the visitor would; starts a call in writing where none is under way. */
  sendText(text: string): void {
    const trimmed = text.trim();
    if (trimmed) this.#consent.wish({text: trimmed});
  }

  /** Sends what an earlier page has left, as the site allows storage only now. */
  takeUp(): void {
    this.#outbox.open();
  }

  /** Ends the call, and forgets its words, what waits to be stored, and the visitor's devices. */
  forget(): void {
    this.#call.dispatch({type: 'clear'});
    this.#outbox.forget();
    this.#sound.settings.forget();
  }

  /** Takes the visitor to a path of this origin; the outcome is in the console where it fails. */
  async navigate(path: string, sectionSelector?: string): Promise<void> {
    await this.#guide.go({url: path, sectionSelector});
  }

  /** The agent's own wish: only to what the operator has put into the nav map (§7.3). */
  readonly #guideTo: Guide['go'] = async (request, leaving) => {
    const {enabled, targets} = this.#widget.settings?.navigation ?? {enabled: false, targets: []};
    return enabled && inNavMap(request, targets)
      ? this.#guide.go(request, leaving)
      : {result: 'refused', reason: 'not-in-nav-map'};
  };

  #soundChosen(): void {
    this.#call.dispatch({type: 'talk', talk: this.#sound.talk()});
    this.#provider.setValue(this.#handle(this.#call.state));
  }

  async #restore(kept: KeptCall & PageMemory): Promise<void> {
    const isSpoken = kept.mode !== 'text' && this.#widget.settings?.modes.voice;
    const isPermitted = isSpoken && (await isVoicePermitted(() => this.#widget.unlock()));
    if (!this.#element.isConnected) return;
    if (isPermitted) this.#sound.turnOn();
    this.#call.restore(kept, isPermitted ? 'on' : isSpoken ? 'tap' : 'off');
    this.#call.pageChanged(location.href, document.title);
    this.#host.restored(kept);
  }

  #changed(state: CallState): void {
    this.#keeper.follow(state.stage);
    const {settings} = this.#widget;
    if (settings && isUnderWay(state.stage)) {
      void this.#contacts.use(this.#host.session().locale, settings.locale);
      if (settings.navigation.enabled) void this.#guide.load();
    }
    this.#sound.follow(state);
    this.#host.stateChanged(state, this.#sound.levels);
    this.#provider.setValue(this.#handle(state));
  }

  #handle(state: CallState): CallHandle {
    return {
      state,
      agent: this.#widget.settings?.agent ?? NOBODY,
      modes: this.#widget.settings?.modes ?? BOTH,
      country: this.#contacts.country,
      levels: this.#sound.levels,
      sound: this.#sound.settings,
      disclosure: this.#widget.settings?.disclosure,
      consent: this.#consent.question,
      actions: this.#actions,
    };
  }

  readonly #actions: CallActions = {
    start: mode => this.start(mode),
    hangUp: () => this.#call.dispatch({type: 'hangUp'}),
    setMuted: muted => this.setMuted(muted),
    hold: down => this.#call.dispatch({type: 'hold', down}),
    goOn: () => {
      this.#sound.turnOn();
      this.#call.dispatch({type: 'goOn'});
    },
    setVoice: on => {
      if (on && !isUnderWay(this.#call.state.stage)) return this.start('voice');
      if (on) this.#sound.turnOn();
      this.#call.dispatch({type: 'setVoice', on});
    },
    sendText: text => this.sendText(text),
    confirmCapture: (kind, value) =>
      this.#call.dispatch({type: 'confirmCapture', id: uuid(), kind, value}),
    dismissCapture: () => this.#call.dispatch({type: 'dismissCapture'}),
    judge: feedback => this.#call.dispatch({type: 'judge', feedback}),
    clear: () => {
      this.#consent.forget();
      this.#call.dispatch({type: 'clear'});
    },
    visit: path => void this.navigate(path),
    copy,
    save: (...file) =>
      void import('../platform/download.js').then(({save}) => save(...file)).catch(() => {}),
    close: () => this.#host.close(),
  };
}
