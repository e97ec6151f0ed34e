import type {FrameLocator, Locator, Page, ViewportSize} from 'playwright-core';
import {newProfile} from './browsers.js';
import {writeScript, type Line} from './speech.js';

/** How a visitor comes. */
export interface Visit {
  /** What they say, by the clock of their microphone. */
  says?: readonly Line[];
  /** What the visitor answers to the browser's question, or that they have no microphone. */
  microphone?: Answer;
  /** Runs in every page and frame before their own scripts. */
  script?: () => void;
  /** Host names that lead to this machine, such as `*.acme.com`. */
  hosts?: string;
  /** `after-a-tap`: a page that nobody has touched makes no sound, as most browsers have it. */
  sound?: 'always' | 'after-a-tap';
  viewport?: ViewportSize;
  colorScheme?: 'light' | 'dark';
  /**
   * Whether what moves is drawn: by the processor here, a third of a core a page. Absent: it is not.
   */
  moves?: boolean;
  /** The browser's language, as a BCP 47 tag. */
  locale?: string;
  /** Selector of the iframe that the widget is in, where it is in one. */
  frame?: string;
  /** Whether a page that is left may be kept alive for the way back, as browsers do. */
  keepsPages?: boolean;
}

type Answer = keyof typeof ANSWERS;

const FAKE_DEVICE = '--use-fake-device-for-media-stream';
const ANSWERS = {
  allow: [FAKE_DEVICE, '--use-fake-ui-for-media-stream'],
  deny: [FAKE_DEVICE, '--deny-permission-prompts'],
  missing: ['--use-fake-ui-for-media-stream'],
};

/** A frame seen on the wire, with when. */
export interface Seen {
  at: number;
  frame: {type: string; [key: string]: unknown};
}

/** A person in a real browser in front of a page with the widget on it. */
export class Visitor {
  readonly page: Page;
  /** JSON frames from the server, in order. */
  readonly received: Seen[] = [];
  readonly sent: Seen[] = [];
  readonly console: string[] = [];
  readonly #document: Page | FrameLocator;

  private constructor(page: Page, frame?: string) {
    this.#document = frame ? page.frameLocator(frame) : page;
    this.page = page;
    page.on('console', message => this.console.push(message.text()));
    page.on('pageerror', error => this.console.push(`uncaught: ${error.message}`));
    page.on('websocket', socket => {
      socket.on('framereceived', ({payload}) => keep(this.received, payload));
      socket.on('framesent', ({payload}) => keep(this.sent, payload));
    });
  }

  static async arrive(url: string, visit: Visit = {}): Promise<Visitor> {
    const {sound = 'always'} = visit;
    const {microphone = 'allow', says, script, hosts, frame, keepsPages} = visit;
    const {viewport, colorScheme, moves = false} = visit;
    const context = await newProfile(
      {
        isOwn: Boolean(says),
        ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
        args: [
          ...ANSWERS[microphone],
          ...(hosts ? [`--host-resolver-rules=MAP ${hosts} 127.0.0.1`] : []),
          ...(sound === 'always' ? [] : ['--autoplay-policy=document-user-activation-required']),
          ...(says ? [`--use-file-for-fake-audio-capture=${await writeScript(says)}%noloop`] : []),
        ],
      },
      {
        viewport: viewport ?? {width: 1280, height: 800},
        colorScheme: colorScheme ?? 'light',
        reducedMotion: moves ? 'no-preference' : 'reduce',
        locale: visit.locale ?? 'en-US',
      },
    );
    if (script) await context.addInitScript(script);
    const visitor = new Visitor(await context.newPage(), frame);
    await visitor.page.goto(url);
    return visitor;
  }

  /** The launcher. */
  get orb(): Locator {
    return this.#document.locator('aiw-voice-widget button[part=launcher]');
  }

  get panel(): Locator {
    return this.#document.locator('aiw-panel');
  }

  get pill(): Locator {
    return this.#document.locator('aiw-capture-pill');
  }

  /** Presses the orb, with nothing but the mouse. */
  async tapOrb(): Promise<void> {
    await this.orb.click();
  }

  /** Types a message and sends it. */
  async types(text: string): Promise<void> {
    const field = this.panel.locator('aiw-composer textarea');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Presses a button of the panel by its accessible name. */
  async presses(name: string | RegExp): Promise<void> {
    await this.panel.getByRole('button', {name}).click();
  }

  /** Waits for a frame of the server that satisfies `match`, seen already or still to come. */
  async hears(type: string, match: (frame: Seen['frame']) => boolean = () => true): Promise<Seen> {
    return until(
      () => this.received.find(({frame}) => frame.type === type && match(frame)),
      () => `No ${type} frame. Seen:\n${this.transcript().join('\n')}`,
    );
  }

  /** Waits until something is visible; a failure shows the conversation. */
  async sees(what: Locator): Promise<void> {
    await until(
      () => what.first().isVisible(),
      () => `Not visible: ${String(what)}. Seen:\n${this.transcript().join('\n')}`,
    );
  }

  /** Waits until the agent has said something like `pattern`, to its end or until it was cut off. */
  agentSays(pattern: RegExp): Promise<Seen> {
    return this.hears('transcript', frame => says(frame, 'agent', pattern));
  }

  /** Waits until the visitor's own words stand in the transcript. */
  isHeard(pattern: RegExp): Promise<Seen> {
    return this.hears('transcript', frame => says(frame, 'visitor', pattern));
  }

  /** Final lines of the conversation so far. */
  transcript(): string[] {
    return this.received
      .filter(({frame}) => frame.type === 'transcript' && frame.final)
      .map(({frame}) => `${String(frame.role)}: ${String(frame.text)}`);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

function says(frame: Seen['frame'], role: string, pattern: RegExp): boolean {
  return frame.role === role && frame.final === true && pattern.test(String(frame.text));
}

function keep(list: Seen[], payload: string | Buffer): void {
  if (typeof payload === 'string') list.push({at: Date.now(), frame: JSON.parse(payload)});
}

/** What `look` gives as soon as it gives anything; an error with `message` after 30 s. */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  message: () => string,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(message());
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
