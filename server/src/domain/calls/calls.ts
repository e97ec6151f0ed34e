import type {CallMode, EndReason} from '../../../../src/contract/index.js';
import type {CallDirectory, NoPlace, PlaceLimits} from './call-directory.js';
import {CallRecorder} from './call-recorder.js';
import type {Clock} from '../clock.js';
import type {ConversationEngine} from './conversation.js';
import {LiveCall} from './live-call.js';
import type {LeftCall, SessionStore} from '../records/session-store.js';
import {UsageMeter, type UsageNotice, type UsageStore} from '../records/usage.js';
import type {PublishedWidget} from '../widgets/widget.js';

/** What the calls tell an operator: ids, reasons and durations, never a visitor's words. */
export interface CallJournal {
  started(call: {sessionId: string; widgetId: string; mode: CallMode}): void;
  /** It was with another process, or with this one before its restart. */
  takenOver(call: {sessionId: string; widgetId: string}): void;
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
  directory: CallDirectory;
  journal: CallJournal;
}

/** A place for a session that is being stored. */
export interface Reservation {
  /** Starts the call: it waits for its visitor. */
  start(session: {page: {url: string; title: string}; locale: string | null}): LiveCall;
  /** Gives the place back. Does nothing after {@link start}. */
  cancel(): void;
}

/** The live calls of this process. */
export class Calls {
  readonly #options: CallsOptions;
  readonly #live = new Map<string, LiveCall>();
  readonly #adopting = new Map<string, Promise<LiveCall | null>>();
  #reserved = 0;
  #isClosed = false;

  constructor(options: CallsOptions) {
    this.#options = options;
  }

  /**
   * Nothing is consumed where there is no place.
   *
   * @param address - Of the visitor.
   */
  async reserve(
    mode: 'voice' | 'text',
    {id, widget, address}: {id: string; widget: PublishedWidget; address: string},
  ): Promise<Reservation | NoPlace> {
    const {engine, directory} = this.#options;
    const isSpoken = mode === 'voice' && engine.voice !== 'off';
    if (this.#isClosed || (isSpoken && !this.#hasVoiceSlot())) return 'BUSY';
    const slots = isSpoken ? 1 : 0;
    this.#reserved += slots;
    let isOpen = true;
    const close = () => {
      if (isOpen) this.#reserved -= slots;
      isOpen = false;
    };
    const place = {sessionId: id, widgetId: widget.id, address};
    const full = await directory.enter(place, this.#placeLimits(widget)).catch(error => {
      close();
      throw error;
    });
    if (full) {
      close();
      return full;
    }
    return {
      cancel: () => {
        if (isOpen) this.#leave(id);
        close();
      },
      start: session => {
        close();
        return this.#start({...session, id, widget, mode: isSpoken ? mode : 'text'});
      },
    };
  }

  find(sessionId: string): LiveCall | null {
    return this.#live.get(sessionId) ?? null;
  }

  /**
   * The live call of a session. One that was with another process, or with this one before its
   * restart, goes on here. Null: the session is over.
   */
  async take(sessionId: string): Promise<LiveCall | null> {
    const here = this.find(sessionId);
    if (here || this.#isClosed) return here;
    const known = this.#adopting.get(sessionId);
    if (known) return known;
    const adopting = this.#adopt(sessionId).finally(() => this.#adopting.delete(sessionId));
    this.#adopting.set(sessionId, adopting);
    return adopting;
  }

  /** Lets another process have a call. Resolves once everything about it is stored. */
  async letGo(sessionId: string): Promise<void> {
    await this.find(sessionId)?.letGo();
  }

  /** Widgets that visitors use now. */
  get visitedIds(): string[] {
    return [...new Set(this.#visits().map(({widget}) => widget.id))];
  }

  /** Ends every visitor's call of a widget; trials of its draft go on. */
  async endVisits(widgetId: string, reason: EndReason): Promise<void> {
    const calls = this.#visits().filter(({widget}) => widget.id === widgetId);
    await Promise.all(calls.map(call => call.end(reason)));
  }

  #visits(): LiveCall[] {
    return [...this.#live.values()].filter(({widget}) => widget.previewOrigin === undefined);
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

  async #adopt(sessionId: string): Promise<LiveCall | null> {
    const {store, directory} = this.#options;
    await directory.take(sessionId);
    const past = await store.takeOver(sessionId);
    if (!past) return null;
    const {widget, page, locale} = past;
    await directory.move({sessionId, widgetId: widget.id, address: null});
    // In writing until its visitor's `hello` asks for more.
    return this.#start({id: sessionId, widget, mode: 'text', page, locale, past});
  }

  #start(session: {
    id: string;
    widget: PublishedWidget;
    mode: CallMode;
    page: {url: string; title: string};
    locale: string | null;
    past?: LeftCall;
  }): LiveCall {
    const {engine, clock, journal, directory} = this.#options;
    const {id, widget, mode, past} = session;
    const startedAt = past ? Date.parse(past.startedAt) : clock.now();
    const call = new LiveCall({
      ...session,
      ...{engine, clock, startedAt},
      turns: past?.turns ?? [],
      readTurns: async () => (await this.#options.store.details(id))?.turns ?? [],
      recorder: this.#recorder(id, widget, past),
      mayUseVoice: () => this.#hasVoiceSlot(),
      onEnded: reason => {
        this.#live.delete(id);
        if (reason === 'shutdown') directory.handOn(id);
        else this.#leave(id);
        const seconds = Math.round((clock.now() - startedAt) / 1000);
        journal.ended({sessionId: id, reason, seconds});
      },
    });
    this.#live.set(id, call);
    if (past) journal.takenOver({sessionId: id, widgetId: widget.id});
    else journal.started({sessionId: id, widgetId: widget.id, mode});
    // A shutdown may have begun while the session was being stored.
    if (this.#isClosed) void call.end('shutdown');
    return call;
  }

  #recorder(id: string, widget: PublishedWidget, past?: LeftCall): CallRecorder {
    const {store, usage, clock, journal} = this.#options;
    const onLevel = ({isNew, ...notice}: UsageNotice) => {
      if (isNew) journal.usage(notice);
      if (notice.level === 'stop') void this.endVisits(widget.id, 'limit');
    };
    const meter = new UsageMeter(widget, {store: usage, clock, onLevel});
    const onError = (error: unknown) => journal.failed(error, id);
    return new CallRecorder(id, {store, clock, meter, onError, ...(past && {past})});
  }

  #placeLimits({settings: {limits}}: PublishedWidget): PlaceLimits {
    return {
      ofWidget: limits.callsAtOnce ?? Infinity,
      ofAddress: limits.callsPerAddress ?? this.#options.callsPerAddress ?? Infinity,
    };
  }

  #leave(id: string): void {
    const {directory, journal} = this.#options;
    directory.leave(id).catch((error: unknown) => journal.failed(error, id));
  }

  #hasVoiceSlot(): boolean {
    return this.counts.voice + this.#reserved < this.#options.maxCalls;
  }
}
