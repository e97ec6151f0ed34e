import type {LitElement, ReactiveController} from 'lit';
import type {Clock} from '../call/ports.js';
import type {ResolveResponse, Trigger} from '../contract/index.js';
import {browserClock} from '../platform/clock.js';
import {isPageBusy} from '../platform/page-busy.js';
import {PageSignals, type EarlierEvents} from '../platform/page-signals.js';
import {VisitorHistory} from '../platform/visitor-history.js';
import {firstSatisfied, withFiring} from '../triggers/evaluate.js';

/** How often the rules are looked at, in milliseconds. */
const TICK_MS = 1_000;

/** What a rule acts on. */
export interface TriggerHost {
  /** Whether there is something to open: a launcher on screen, no panel, no call. */
  isFree(): boolean;
  fire(trigger: Trigger): void;
  /** What the last rule has put on the page belongs to a page-view that is over. */
  withdraw(): void;
}

/** What a widget knows by the time its rules are looked at. */
export interface TriggerSource {
  readonly settings: Pick<ResolveResponse, 'triggers'> | null;
  readonly meter: EarlierEvents;
}

/**
 * Evaluates a widget's triggers against the live page (§4).
 *
 * One a page-view; never while the panel is open, the tab is hidden or the visitor is busy with the
 * page; never again once the visitor has closed the panel in this browser session. While none can
 * fire, no timer runs.
 */
export class TriggerController implements ReactiveController {
  readonly #element: LitElement;
  readonly #source: TriggerSource;
  readonly #host: TriggerHost;
  readonly #history: VisitorHistory;
  readonly #signals: PageSignals;
  readonly #clock: Clock;
  readonly #tick = () => this.#look();
  #cancelTick: () => void = () => {};
  #firedHere = false;

  constructor(
    element: LitElement & {readonly token: string},
    source: TriggerSource,
    host: TriggerHost,
    clock: Clock = browserClock,
  ) {
    this.#element = element;
    this.#source = source;
    this.#host = host;
    this.#clock = clock;
    this.#history = new VisitorHistory(element.token);
    this.#signals = new PageSignals(source.meter, () => clock.now(), this.#tick);
    element.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tick);
    this.#signals.start();
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tick);
    this.#signals.stop();
    this.#cancelTick();
    this.#host.withdraw();
  }

  /** Whether something may be opened this moment: nobody said no, and it is in nobody's way. */
  isWelcome(): boolean {
    return !document.hidden && !this.#history.hasClosed && this.#isClear();
  }

  /** The visitor has closed the panel: no rule opens it again in this browser session. */
  panelClosed(): void {
    this.#history.recordClosed();
    this.#cancelTick();
  }

  /** The visitor has sent a teaser away: none comes back, and nothing else in this browser session. */
  teaserDismissed(): void {
    this.#history.recordNoTeaser();
    this.panelClosed();
  }

  #isClear(): boolean {
    return this.#host.isFree() && !isPageBusy(this.#element);
  }

  /** Looks at the rules, and each second again for as long as one may fire. */
  #look(): void {
    this.#cancelTick();
    if (document.hidden) return;
    if (this.#signals.turn()) {
      this.#firedHere = false;
      this.#host.withdraw();
    }
    if (this.#firedHere || this.#history.hasClosed) return;
    const trigger = this.#satisfied();
    if (trigger && this.#isClear()) this.#fire(trigger);
    else this.#cancelTick = this.#clock.after(TICK_MS, this.#tick);
  }

  #fire(trigger: Trigger): void {
    this.#firedHere = true;
    this.#history.firings = withFiring(this.#history.firings, trigger, this.#clock.now());
    this.#host.fire(trigger);
  }

  #satisfied(): Trigger | null {
    const history = this.#history;
    const triggers = this.#source.settings?.triggers ?? [];
    if (triggers.some(asksForVisits)) history.recordVisit();
    const eligible = history.wantsNoTeaser
      ? triggers.filter(({action}) => action !== 'teaser')
      : triggers;
    const signals = {...this.#signals.read(), visitCount: history.visitCount};
    return firstSatisfied(eligible, signals, history.firings, this.#clock.now()).trigger;
  }
}

function asksForVisits({conditions}: Trigger): boolean {
  return conditions.some(({type}) => type === 'repeatVisitor');
}
