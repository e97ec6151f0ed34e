import assert from 'node:assert/strict';
import type {Locator} from 'playwright-core';
import {until, Visitor} from '../../testing/journey/visitor.js';

/** What a page's probe has seen. */
interface Probe {
  shift: number;
  violations: string[];
}

/** Keeps account of layout shifts and of what the page's policy has refused. */
function installProbe() {
  const probe: Probe = {shift: 0, violations: []};
  Object.assign(window, {probe});
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const {value, hadRecentInput} = entry as unknown as {value: number; hadRecentInput: boolean};
      if (!hadRecentInput) probe.shift += value;
    }
  }).observe({type: 'layout-shift', buffered: true});
  document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) => {
    probe.violations.push(`${violatedDirective} ${blockedURI}`);
  });
}

/** A visitor of an example, and what all of them have on their pages. */
export class ExampleVisit {
  readonly visitor: Visitor;

  private constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  /** Opens a page and waits for the launcher. */
  static async arrive(url: string): Promise<ExampleVisit> {
    const visit = new ExampleVisit(await Visitor.arrive(url, {script: installProbe}));
    await visit.visitor.sees(visit.visitor.orb);
    return visit;
  }

  get page() {
    return this.visitor.page;
  }

  get widget(): Locator {
    return this.page.locator('aiw-voice-widget');
  }

  /** A field of the form on each page. */
  field(label: string): Locator {
    return this.page.getByLabel(label);
  }

  async probe(): Promise<Probe> {
    return this.page.evaluate(() => (window as unknown as {probe: Probe}).probe);
  }

  /** Waits until the page's own handlers have been called for these events. */
  async hasLogged(...names: string[]): Promise<void> {
    const log = this.page.getByRole('status', {name: 'Events'});
    const isLogged = async () => {
      const logged = (await log.innerText()).split(/\s+/);
      return names.every(name => logged.includes(name));
    };
    await until(isLogged, () => `Of ${names.join(', ')} not all were heard.`);
  }

  /** Waits until a question is answered, from what the server knows. */
  async isAnswered(): Promise<void> {
    const before = this.visitor.received.length;
    await this.visitor.types('What does the Starter plan cost?');
    const answers = () =>
      this.visitor.received
        .slice(before)
        .some(({frame}) => frame.role === 'agent' && /\$19/.test(String(frame.text)));
    await until(answers, () => `No answer:\n${this.visitor.transcript().join('\n')}`);
  }

  /** Asks for a page of the site, and waits until it is shown. */
  async isTakenTo(words: string, path: string, heading: string): Promise<void> {
    await this.visitor.types(words);
    await this.page.waitForURL(url => url.pathname.replace(/(.)\/$/, '$1') === path);
    await this.page.getByRole('heading', {level: 1, name: heading}).waitFor();
  }

  /** Waits until the call goes on in the document that the visitor was taken to. */
  async isTakenUp(): Promise<void> {
    await until(
      () => this.streams.at(-1),
      () => 'The call was not taken up.',
    );
  }

  /** How often a session was begun or taken up again. */
  get streams(): boolean[] {
    const ready = this.visitor.received.filter(({frame}) => frame.type === 'ready');
    return ready.map(({frame}) => frame.resumed === true);
  }

  /** Leaves; nothing was said in the console, and nothing refused by a policy. */
  async leave(): Promise<void> {
    const {violations} = await this.probe();
    await this.visitor.leave();
    assert.deepEqual(violations, [], 'refused by the policy of the page');
    assert.deepEqual(this.visitor.console, [], 'in the console');
  }
}
