import type {BrowserLauncher, SessionResult} from '@web/test-runner-core';
import type {Engine, EngineKind, Media, Tab} from './engine.js';

const SIZE = {width: 800, height: 600};

/** Runs the element tests in an engine, one file after another in one tab. */
export class ElementLauncher implements BrowserLauncher {
  readonly name: string;
  /** `sendMouse`, `sendKeys` and their like take what `getPage` gives for a page of Playwright's. */
  readonly type = 'playwright';
  readonly concurrency = 1;
  readonly #kind: EngineKind;
  #engine: Engine | null = null;
  #tab: Tab | null = null;
  #active: {id: string; url: string} | null = null;

  constructor(kind: EngineKind) {
    this.#kind = kind;
    this.name = kind.name;
  }

  async startSession(id: string, url: string): Promise<void> {
    this.#active = {id, url};
    this.#engine ??= await this.#kind.start();
    this.#tab ??= await this.#engine.open(SIZE);
    await this.#tab.resize(SIZE);
    await this.#tab.goto(url);
  }

  isActive(id: string): boolean {
    return this.#active?.id === id;
  }

  getBrowserUrl(): string | undefined {
    return this.#active?.url;
  }

  /** The tab, as the runner's commands call it. */
  getPage() {
    const tab = this.#tab;
    if (!tab) throw new Error('No tab is open.');
    return {
      mouse: {
        move: (x: number, y: number) => tab.move({x, y}),
        click: (x: number, y: number) => tab.click({x, y}),
        down: () => tab.mouseDown(),
        up: () => tab.mouseUp(),
      },
      keyboard: {
        type: (text: string) => tab.type(text),
        press: (chord: string) => tab.press(chord),
        down: (key: string) => tab.keyDown(key),
        up: (key: string) => tab.keyUp(key),
      },
      setViewportSize: (size: {width: number; height: number}) => tab.resize(size),
      emulateMedia: (media: Media) => tab.emulate(media),
    };
  }

  async stopSession(): Promise<SessionResult> {
    this.#active = null;
    await this.#tab?.goto('about:blank');
    return {};
  }

  startDebugSession(): Promise<void> {
    return Promise.reject(new Error(`Elements are debugged in Chromium, not in ${this.name}.`));
  }

  async stop(): Promise<void> {
    await this.#engine?.close();
  }
}
