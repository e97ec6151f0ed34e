import assert from 'node:assert/strict';
import type {Frame, Page, Request} from 'playwright-core';
import {until, Visitor, type Visit} from '../../testing/journey/visitor.js';
import {hitTest} from './hit-test.js';
import type {HostSite} from './host-site.js';
import {installProbe, readProbe} from './probe.js';

/** What the tag, and the two copies of Lit's version lists it brings, leave on `window`. */
const GLOBALS = ['AIWWidget', 'litElementVersions', 'litHtmlVersions', 'reactiveElementVersions'];

/** Done to the browser's tab before the page is opened. */
type Prepare = (page: Page) => Promise<void>;

/**
 * Somebody on a foreign page, and what every one of them must see.
 *
 * `known` matches lines of the console that are the page's own.
 */
export class HostVisit {
  readonly visitor: Visitor;
  readonly site: HostSite;
  /** Of the widget's document, in order. */
  readonly requests: Request[] = [];

  private constructor(visitor: Visitor, site: HostSite) {
    this.visitor = visitor;
    this.site = site;
    visitor.page.on('request', request => this.requests.push(request));
  }

  /** Opens a page and waits until the widget has been resolved. */
  static async open(
    site: HostSite,
    url: string,
    visit: Visit = {},
    prepare?: Prepare,
  ): Promise<HostVisit> {
    const host = await HostVisit.arrive(site, url, visit, prepare);
    const {visitor} = host;
    await visitor.orb.waitFor({timeout: 10_000}).catch(() => {
      throw new Error(`No orb. In the console:\n${visitor.console.join('\n')}`);
    });
    await until(
      () => host.#isResolved(),
      () => `Not resolved. Requests:\n${host.#paths().join('\n')}`,
    );
    return host;
  }

  /** Opens a page, whatever becomes of the widget. */
  static async arrive(
    site: HostSite,
    url: string,
    visit: Visit = {},
    prepare?: Prepare,
  ): Promise<HostVisit> {
    const visitor = await Visitor.arrive('about:blank', visit);
    const host = new HostVisit(visitor, site);
    const {page} = visitor;
    // The TypeScript runner names functions by a helper that a page does not have.
    await page.addInitScript('globalThis.__name = value => value');
    await page.addInitScript(installProbe);
    await prepare?.(page);
    await page.goto(url);
    return host;
  }

  /** The widget's document. */
  get frame(): Frame {
    const {page} = this.visitor;
    return page.frames().find(frame => frame !== page.mainFrame()) ?? page.mainFrame();
  }

  /** Before anything is done: the orb is there, and the page is as it was. */
  async isUndisturbed(known = /^$/): Promise<void> {
    assert.deepEqual(await hitTest(this.frame), {orb: true, stray: []});
    const {globals, ...notes} = await readProbe(this.frame);
    assert.deepEqual(notes, {layoutShift: 0, moved: [], violations: [], stored: []});
    assert.deepEqual(globals.sort(), GLOBALS);
    const own = this.#paths().map(path => path.replace(/chunks\/\w+/, 'chunks/…'));
    assert.deepEqual(own, [
      'GET /aiw-voice-widget.js',
      'GET /chunks/…/embed.js',
      'POST /api/widget/resolve',
    ]);
    this.#isSilent(known);
  }

  /** A question is typed and answered, and the page has still nothing to complain of. */
  async answers(known = /^$/): Promise<void> {
    const {visitor} = this;
    await visitor.tapOrb();
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await visitor.sees(visitor.panel.getByText(/\$19/));
    assert.deepEqual((await hitTest(this.frame)).stray, []);
    await this.isUnharmed(known);
  }

  /** Nothing of the page moved, was reported, or was fetched from a third party. */
  async isUnharmed(known = /^$/): Promise<void> {
    const {moved, violations} = await readProbe(this.frame);
    assert.deepEqual({moved, violations}, {moved: [], violations: []});
    this.#isSilent(known);
    const foreign = this.requests.map(request => request.url()).filter(url => !this.#isOwn(url));
    assert.deepEqual(foreign, []);
  }

  leave(): Promise<void> {
    return this.visitor.leave();
  }

  /** Whether an address is the page's or the widget's server, on any name of this machine. */
  #isOwn(url: string): boolean {
    const {protocol, hostname, port} = new URL(url);
    if (protocol === 'data:' || protocol === 'blob:') return true;
    const ports = [this.site.url, this.site.backend.origin].map(own => new URL(own).port);
    return /^(?:.+\.)?localhost$/.test(hostname) && ports.includes(port);
  }

  #isSilent(known: RegExp): void {
    const lines = this.visitor.console.filter(line => !known.test(line));
    assert.deepEqual(lines, []);
  }

  /** Requests to the widget's server. */
  #paths(): string[] {
    return this.requests
      .filter(request => request.url().startsWith(`${this.site.backend.origin}/`))
      .map(request => `${request.method()} ${new URL(request.url()).pathname}`);
  }

  async #isResolved(): Promise<boolean> {
    const resolve = this.requests.find(request => request.url().endsWith('/api/widget/resolve'));
    return Boolean(await resolve?.response());
  }
}
