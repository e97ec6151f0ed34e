import type {CallMode, EndReason} from '../../../src/contract/index.js';
import {CallRecorder} from './call-recorder.js';
import type {Clock} from './clock.js';
import type {ConversationEngine} from './conversation.js';
import {LiveCall} from './live-call.js';
import type {SessionStore} from './ports.js';
import {UsageMeter, type UsageNotice, type UsageStore} from './usage.js';
import type {CallLimits, PublishedWidget} from './widget.js';

/** What the calls tell an operator: ids, reasons and durations, never a visitor's words. */
export interface CallJournal {
  started(call: {sessionId: string; widgetId: string; mode: CallMode}): void;
  ended(call: {sessionId: string; reason: EndReason; seconds: number}): void;
  failed(error: unknown, sessionId: string): void;
  usage(notice: Omit<UsageNotice, 'isNew'>): void;
}

/** What the calls of a server need. */
export interface CallsOptions {
  engine: ConversationEngine;
  store: SessionStore;
  clock: Clock;
  /** Voice calls at once. */
  maxCalls: number;
  /** Calls of one address at once, where a widget says nothing else; null: any number. */
  callsPerAddress: number | null;
  usage: UsageStore;
  journal: CallJournal;
}

/** Why there is no place for a call: on this server, for the widget, for the address. */
export type NoPlace = 'BUSY' | 'WIDGET_BUSY' | 'ADDRESS_BUSY';

/** Who takes a place. The address is held for as long as the call lives, in memory only. */
interface Place {
  widgetId: string;
  address: string;
}

/** A place for a session that is being stored. */
export interface Reservation {
  /** Starts the call: it waits for its visitor. */
  start(session: {
    id: string;
    widget: PublishedWidget;
    page: {url: string; title: string};
    locale: string | null;
  }): LiveCall;
  /** Gives the place back. Does nothing after {@link start}. */
  cancel(): void;
}

/** The live calls of this process. */
export class Calls {
  readonly #options: CallsOptions;
  readonly #live = new Map<string, LiveCall>();
  readonly #places = new Set<Place>();
  #reserved = 0;
  #isClosed = false;

  constructor(options: CallsOptions) {
    this.#options = options;
  }

  /** Nothing is consumed where there is no place. @param address - Of the visitor. */
  reserve(
    mode: 'voice' | 'text',
    {id: widgetId, settings: {limits}}: Pick<PublishedWidget, 'id' | 'settings'>,
    address: string,
  ): Reservation | NoPlace {
    const isSpoken = mode === 'voice' && this.#options.engine.voice !== 'off';
    if (this.#isClosed || (isSpoken && !this.#hasVoiceSlot())) return 'BUSY';
    const place = {widgetId, address};
    const full = this.#fullFor(place, limits);
    if (full) return full;
    const slots = isSpoken ? 1 : 0;
    this.#reserved += slots;
    this.#places.add(place);
    let isOpen = true;
    const close = () => {
      if (isOpen) this.#reserved -= slots;
      isOpen = false;
    };
    return {
      cancel: () => {
        if (isOpen) this.#places.delete(place);
        close();
      },
      start: session => {
        close();
        return this.#start({...session, place, mode: isSpoken ? mode : 'text'});
      },
    };
  }

  find(sessionId: string): LiveCall | null {
    return this.#live.get(sessionId) ?? null;
  }

  /** Widgets that are in use now. */
  get widgetIds(): string[] {
    return [...new Set([...this.#live.values()].map(({widget}) => widget.id))];
  }

  /** Ends every call of a widget. */
  async endOf(widgetId: string, reason: EndReason): Promise<void> {
    const calls = [...this.#live.values()].filter(({widget}) => widget.id === widgetId);
    await Promise.all(calls.map(call => call.end(reason)));
  }

  get count(): number {
    return this.#live.size;
  }

  /** Calls under way, by what they take. */
  get counts(): {voice: number; text: number} {
    const voice = [...this.#live.values()].filter(call => call.usesVoice).length;
    return {voice, text: this.#live.size - voice};
  }

  /** Whether none starts any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends every call; none starts any more. */
  async close(reason: EndReason): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#live.values()].map(call => call.end(reason)));
  }

  #start(session: {
    id: string;
    widget: PublishedWidget;
    mode: CallMode;
    place: Place;
    page: {url: string; title: string};
    locale: string | null;
  }): LiveCall {
    const {engine, clock, journal} = this.#options;
    const startedAt = clock.now();
    const {id, widget, mode, place} = session;
    const call = new LiveCall({
      ...session,
      engine,
      clock,
      recorder: this.#recorder(id, widget),
      mayUseVoice: () => this.#hasVoiceSlot(),
      onEnded: reason => {
        this.#live.delete(id);
        this.#places.delete(place);
        const seconds = Math.round((clock.now() - startedAt) / 1000);
        journal.ended({sessionId: id, reason, seconds});
      },
    });
    this.#live.set(id, call);
    journal.started({sessionId: id, widgetId: widget.id, mode});
    // A shutdown may have begun while the session was being stored.
    if (this.#isClosed) void call.end('shutdown');
    return call;
  }

  #recorder(id: string, widget: PublishedWidget): CallRecorder {
    const {store, usage, clock, journal} = this.#options;
    const onLevel = ({isNew, ...notice}: UsageNotice) => {
      if (isNew) journal.usage(notice);
      if (notice.level === 'stop') void this.endOf(widget.id, 'limit');
    };
    const meter = new UsageMeter(widget, {store: usage, clock, onLevel});
    const onError = (error: unknown) => journal.failed(error, id);
    return new CallRecorder(id, {store, clock, meter, onError});
  }

  #fullFor({widgetId, address}: Place, limits: CallLimits): NoPlace | null {
    const {callsAtOnce = Infinity, callsPerAddress} = limits;
    const ofWidget = [...this.#places].filter(place => place.widgetId === widgetId);
    if (ofWidget.length >= callsAtOnce) return 'WIDGET_BUSY';
    const most = callsPerAddress ?? this.#options.callsPerAddress ?? Infinity;
    const ofAddress = ofWidget.filter(place => place.address === address);
    return ofAddress.length >= most ? 'ADDRESS_BUSY' : null;
  }

  #hasVoiceSlot(): boolean {
    return this.counts.voice + this.#reserved < this.#options.maxCalls;
  }
}
