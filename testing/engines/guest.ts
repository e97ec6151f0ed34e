import {until} from '../journey/visitor.js';
import type {Engine, Point, Tab, Window} from './engine.js';

/**
 * Finds by a path of selectors, each within the shadow tree of the element before it; only what is
 * seen counts.
 */
const FIND = `(path => {
  let scopes = [document];
  let found = [];
  for (const selector of path) {
    found = scopes.flatMap(scope => [...scope.querySelectorAll(selector)]);
    scopes = found.flatMap(element => (element.shadowRoot ? [element.shadowRoot] : []));
  }
  return found.find(element => element.checkVisibility?.() && element.getClientRects().length > 0);
})`;

const WIDGET = 'aiw-voice-widget';
const PANEL = [WIDGET, 'aiw-panel'];

/** Somebody at a page with the widget on it, in whatever browser. */
export class Guest {
  readonly tab: Tab;

  private constructor(tab: Tab) {
    this.tab = tab;
  }

  /** Opens a window of an engine at a page. */
  static async arrive(engine: Engine, url: string, window: Window): Promise<Guest> {
    const guest = new Guest(await engine.open(window));
    await guest.tab.goto(url);
    return guest;
  }

  /** Waits until something is seen, still and uncovered, and gives its middle. */
  async sees(path: readonly string[]): Promise<Point> {
    const expression = `(() => {
      const element = ${FIND}(${JSON.stringify(path)});
      if (!element) return null;
      const {x, y, width, height} = element.getBoundingClientRect();
      return JSON.stringify({x: Math.round(x + width / 2), y: Math.round(y + height / 2)});
    })()`;
    let last: string | null = null;
    const still = await until(
      async () => {
        const now = await this.#look<string | null>(expression);
        const isStill = now !== null && now === last;
        last = now;
        return isStill && now;
      },
      () => `Not seen: ${path.join(' ')}`,
    );
    return JSON.parse(still) as Point;
  }

  /** Waits until something is not seen any more. */
  async misses(path: readonly string[]): Promise<void> {
    await until(
      () => this.#look<boolean>(`!${FIND}(${JSON.stringify(path)})`),
      () => `Still seen: ${path.join(' ')}`,
    );
  }

  /** Presses something, as soon as it is there. */
  async clicks(...path: string[]): Promise<void> {
    await this.tab.click(await this.sees(path));
  }

  /** Touches something, as soon as it is there. */
  async taps(...path: string[]): Promise<void> {
    await this.tab.tap(await this.sees(path));
  }

  /** The launcher's button. */
  readonly launcher = [WIDGET, 'button[part=launcher]'];

  /** Something in the open panel, by a path from there. */
  inPanel(...path: string[]): string[] {
    return [...PANEL, ...path];
  }

  /** Types a message and sends it, without another press than the one into the field. */
  async writes(text: string): Promise<void> {
    await this.clicks(...this.inPanel('aiw-composer', 'textarea'));
    await this.tab.type(text);
    await this.presses('Enter');
  }

  presses(key: string): Promise<void> {
    return this.tab.press(key);
  }

  /** What stands in the panel of what was said: the transcript, and the captions of a spoken turn. */
  async lines(): Promise<string[]> {
    const expression = `(() => {
      const panel = ${FIND}(${JSON.stringify(PANEL)})?.shadowRoot;
      const transcript = panel?.querySelector('aiw-transcript')?.shadowRoot;
      const stage = panel?.querySelector('aiw-stage')?.shadowRoot;
      const said = [...(transcript?.querySelectorAll('aiw-message') ?? [])]
        .map(message => message.shadowRoot?.textContent ?? '');
      const heard = stage?.querySelector('[part=captions]')?.textContent ?? '';
      return JSON.stringify([...said, heard].map(text => text.trim().replace(/\\s+/g, ' ')));
    })()`;
    return JSON.parse(await this.#look(expression)) as string[];
  }

  /** Waits until a line of the transcript is like this. */
  async reads(pattern: RegExp): Promise<void> {
    let lines: string[] = [];
    await until(
      async () => {
        lines = await this.lines();
        return lines.some(text => pattern.test(text));
      },
      () => `${pattern} is not among ${JSON.stringify(lines)}`,
    );
  }

  /** Waits until an expression of the page is true. */
  async waitsFor(expression: string): Promise<void> {
    await until(
      () => this.#look<boolean>(`!!(${expression})`),
      () => `Never true: ${expression}`,
    );
  }

  /** Evaluates in whatever page is there: one that is just being left is asked for again. */
  async #look<T>(expression: string): Promise<T> {
    for (;;) {
      try {
        return await this.tab.evaluate<T>(expression);
      } catch (error) {
        if (!/navigation|context|destroyed|unload/i.test(String(error))) throw error;
      }
    }
  }

  async leave(): Promise<void> {
    await this.tab.close();
  }
}
