import type {Clock, Guide} from '../call/ports.js';
import {warnOnce} from '../errors.js';
import type {Destination, Judge, NavigateHandler, NavRequest} from '../navigation/ports.js';
import {PageChange} from './page-change.js';
import {SectionView} from './section-view.js';

type Place = Extract<Destination, {tier: number}>;
type Outcome = Awaited<ReturnType<Guide['go']>>;

/** How long new content may take to appear, in milliseconds (§7.2). */
const RENDER_TIMEOUT_MS = 3_000;
/** How long a registered router may take before that, in milliseconds. */
const ROUTER_TIMEOUT_MS = 10_000;
/** A document that has not replaced this one by then will not, in milliseconds. */
const LOAD_TIMEOUT_MS = 15_000;

const UNCONFIRMED =
  'Guided navigation could not confirm that the new page rendered. If your router does not react to popstate, register it: window.AIWWidget.onNavigate((path) => router.push(path)).';

const UNROUTED =
  'The handler given to onNavigate() did not show the page that it was asked for within 3 seconds. It has to change the address and render.';

/** What a guide needs of the widget. */
export interface PageGuideOptions {
  judge: Judge;
  /** The page's router where it has registered one. */
  handler(): NavigateHandler | null;
  /** Told of each place shown: its path on this origin. */
  onArrival(path: string): void;
  /** Whether the visitor is writing something: focus stays there then. */
  isTyping(): boolean;
  /** Loads a document: the window's own way, but for tests. */
  load(url: string): void;
  clock: Clock;
}

/** Takes the visitor to a place on this origin, by the gentlest way that works (§7). */
export class PageGuide implements Guide {
  readonly #options: PageGuideOptions;
  readonly #view: SectionView;

  constructor(options: PageGuideOptions) {
    this.#options = options;
    this.#view = new SectionView(options.clock);
  }

  async go(request: NavRequest, leaving?: () => Promise<boolean>): Promise<Outcome> {
    const place = this.#options.judge(location.href, request);
    if ('refused' in place) return refuse(place.refused);
    if (place.tier === 2 && !this.#options.handler()) return this.#load(place, leaving);
    const arrived = place.tier === 0 ? await this.#scroll(place) : await this.#route(place);
    return this.#tell(place, arrived);
  }

  /** Shows the section for which an earlier page has left for this one. */
  async arrive(request: NavRequest): Promise<Outcome> {
    const place = this.#options.judge(location.href, request);
    if ('refused' in place) return refuse(place.refused);
    return this.#tell(place, isAt(place.url) && (await this.#scroll(place)));
  }

  /** Leaves the page as it was. */
  stop(): void {
    this.#view.stop();
  }

  #tell({url}: Place, arrived: boolean): Outcome {
    if (isAt(url)) this.#options.onArrival(url.pathname);
    return {result: arrived ? 'done' : 'unconfirmed'};
  }

  /** Tier 0: the target is on this page. */
  async #scroll(place: Place): Promise<boolean> {
    const find = sectionOf(place);
    if (!find) {
      this.#view.top();
      return true;
    }
    const page = new PageChange(document);
    const section = await page.until(find, this.#wait(RENDER_TIMEOUT_MS));
    page.stop();
    if (section) this.#reveal(section, find);
    else warnOfSection(place);
    return section !== null;
  }

  /** Tier 1: the app changes its route, and the call's realm lives on. */
  async #route(place: Place): Promise<boolean> {
    const {url} = place;
    const find = sectionOf(place);
    const before = find?.();
    const page = new PageChange(document);
    const patience = this.#changeRoute(place);
    const rendered = () => isAt(url) && page.changed;
    const section = find && (await page.until(() => newSection(find), patience));
    const arrived = find ? section !== null : (await page.until(rendered, patience)) !== null;
    page.stop();
    if (section && find) this.#reveal(section, find);
    else if (!arrived && rendered()) warnOfSection(place);
    else if (!arrived && this.#options.handler()) warnOnce('navigation', UNROUTED);
    else if (!arrived) warnOnce('navigation', UNCONFIRMED);
    return arrived;

    /** Not the old page's, unless the new page has kept it. */
    function newSection(look: () => Element | null): Element | null {
      const found = look();
      return isAt(url) && (found !== before || page.changed) ? found : null;
    }
  }

  /** Resolves when there is no more use in waiting for the new page. */
  #changeRoute({url, sectionSelector}: Place): Promise<void> {
    const handler = this.#options.handler();
    if (!handler) {
      changeAddress(url);
      return this.#wait(RENDER_TIMEOUT_MS);
    }
    const routed = callHandler(handler, url.pathname + url.search + url.hash, sectionSelector);
    if (!routed) return this.#wait(RENDER_TIMEOUT_MS);
    const settled = Promise.race([routed, this.#wait(ROUTER_TIMEOUT_MS)]);
    return settled.then(() => this.#wait(RENDER_TIMEOUT_MS));
  }

  /** Tier 2: the document is loaded, and the call goes on there. */
  async #load({url}: Place, leaving?: () => Promise<boolean>): Promise<Outcome> {
    if (leaving && !(await leaving())) return {result: 'unconfirmed'};
    this.#options.load(url.href);
    await this.#wait(LOAD_TIMEOUT_MS);
    return {result: 'unconfirmed'};
  }

  #reveal(section: Element, find: () => Element | null): void {
    void this.#view.show(section, find, !this.#options.isTyping());
  }

  #wait(ms: number): Promise<void> {
    return new Promise(resolve => void this.#options.clock.after(ms, resolve));
  }
}

function refuse(reason: string): Outcome {
  warnOnce(
    'navigation',
    `Navigation refused: ${reason}. Only places on this page's own origin can be shown.`,
  );
  return {result: 'refused', reason};
}

/** The way for routers that listen to the address: they render, the document stays. */
function changeAddress(url: URL): void {
  if (url.pathname === location.pathname && url.search === location.search) {
    // Only the hash differs: the browser itself tells popstate and hashchange then.
    location.hash = url.hash;
    return;
  }
  // Absolute: a <base> would bend a relative one.
  history.pushState(null, '', url.href);
  dispatchEvent(new PopStateEvent('popstate', {state: null}));
}

function isAt({pathname, hash}: URL): boolean {
  const path = (name: string) => name.replace(/(.)\/$/, '$1');
  return path(location.pathname) === path(pathname) && (!isRoute(hash) || location.hash === hash);
}

/** Whether a hash holds a route ("#/x", "#!x"), and no section's name. */
function isRoute(hash: string): boolean {
  return /^#[/!]/.test(hash);
}

/** How to find the section a place names, by its selector or by its hash; null where it names none. */
function sectionOf({url: {hash}, sectionSelector}: Place): (() => Element | null) | null {
  if (sectionSelector) return () => find(sectionSelector);
  if (hash.length < 2 || isRoute(hash)) return null;
  return () => document.getElementById(decoded(hash.slice(1)));
}

/** A hash may be anything somebody typed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function warnOfSection({url, sectionSelector}: Place): void {
  const name = sectionSelector ?? url.hash;
  warnOnce('navigation', `This page has no section ${name}. Check the nav map.`);
}

/** A router that throws is the page's fault, and no reason to lose the call. */
function callHandler(
  handler: NavigateHandler,
  path: string,
  sectionSelector?: string,
): Promise<unknown> | null {
  const fail = (error: unknown) =>
    warnOnce('navigation', `The handler given to onNavigate() threw: ${String(error)}`);
  try {
    const routed = handler(path, sectionSelector) as PromiseLike<unknown> | undefined;
    return typeof routed?.then === 'function' ? Promise.resolve(routed).catch(fail) : null;
  } catch (error) {
    fail(error);
    return null;
  }
}

/** A selector may be anything an operator typed. */
function find(selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}
