/** One way to drive any browser: what a person at a page does, and what is to be seen of it. */

/** A place in the window, in CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** What a visitor's surroundings ask of a page. */
export interface Media {
  colorScheme?: 'light' | 'dark' | null;
  reducedMotion?: 'reduce' | 'no-preference' | null;
}

/** A page in a browser. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Gives what an expression of the page has become; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** A press of the mouse, trusted. */
  click(at: Point): Promise<void>;
  /** The mouse's parts of a press. */
  move(to: Point): Promise<void>;
  mouseDown(): Promise<void>;
  mouseUp(): Promise<void>;
  /** A touch, trusted; throws in an engine that cannot. */
  tap(at: Point): Promise<void>;
  /** Keys as they are typed, into what has the focus. */
  type(text: string): Promise<void>;
  /** A key by its name, such as `Enter`, `Space` or `Shift+Enter`. */
  press(chord: string): Promise<void>;
  keyDown(key: string): Promise<void>;
  keyUp(key: string): Promise<void>;
  /** Gives the page another size. */
  resize(size: {width: number; height: number}): Promise<void>;
  /** Changes what the surroundings ask for; throws in an engine that cannot. */
  emulate(media: Media): Promise<void>;
  close(): Promise<void>;
}

/** The window of a tab. */
export interface Window {
  width: number;
  height: number;
  /** Reports touch, as phones do, where the engine can. */
  isTouch?: boolean;
}

/** A browser that has been started. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** A tab of its own profile, or with nothing left of the one before. */
  open(window: Window): Promise<Tab>;
  close(): Promise<void>;
}

/** How an engine is found and started. */
export interface EngineKind {
  readonly name: 'Chromium' | 'Firefox' | 'WebKit';
  /** Whether a tab can be tapped. */
  readonly canTap: boolean;
  /** Throws one line that says how to get it where it is missing. */
  find(): void;
  /** Starts it; throws one line that says how to get it where it is missing. */
  start(): Promise<Engine>;
}
