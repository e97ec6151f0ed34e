/** One way to drive any browser: what a person at a page does, and what is to be seen of it. */

/** A place in the window, in CSS pixels from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Key names as WebDriver has them. */
export type Key = 'Enter' | 'Tab' | 'Escape';

/** A page in a browser. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Gives what an expression of the page has become; a promise is waited for. */
  evaluate<T>(expression: string): Promise<T>;
  /** A press of the mouse, trusted. */
  click(at: Point): Promise<void>;
  /** A touch, trusted; throws in an engine that cannot. */
  tap(at: Point): Promise<void>;
  /** Keys as they are typed, into what has the focus. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
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
  /** Whether there is a microphone that needs nobody's leave. */
  readonly hasMicrophone: boolean;
  /** Starts it; throws one line that says how to get it where it is missing. */
  start(): Promise<Engine>;
}
