/** What a host page says to the agent: fetched where a page says something. */
import {MAX_FACTS_BYTES} from '../contract/index.js';
import {warnOnce} from '../errors.js';
import {eraseStorage} from '../platform/storage.js';
import type {WidgetController} from './widget-controller.js';

/** Whom a page's own words go to, once it has arrived. */
interface Writer {
  /** False where the text is too long. */
  write(text: string): boolean;
}

/** Said each time, as for `open()`. */
const GESTURE =
  '[aiw] AIWWidget.sendMessage() rejected — no call is under way, and one may be started from a real user gesture only';

/** Why a page's message is not sent. */
const REFUSALS: Readonly<Record<'empty' | 'mode', string>> = {
  empty: 'AIWWidget.sendMessage() ignored: the message is empty. Give it a text.',
  mode: 'AIWWidget.sendMessage() ignored: this widget takes no typed messages. Allow text in its modes.',
};
const TOO_LONG =
  'AIWWidget.sendMessage() ignored: the message is longer than 2,000 characters. Shorten it.';

/** The facts of a page as they are sent, or undefined where they are none; null clears them. */
export function readFacts(facts: unknown): Record<string, unknown> | undefined {
  try {
    // A copy: what the page does to its object afterwards is not told. Throws for functions.
    const copy = structuredClone(facts ?? {}) as Record<string, unknown>;
    const isPlain = Object.getPrototypeOf(copy) === Object.prototype;
    // Throws for cycles.
    const bytes = new Blob([JSON.stringify(copy)]).size;
    return isPlain && bytes <= MAX_FACTS_BYTES ? copy : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the page's facts for this call and those to come; wrong ones leave the last in place. */
export function takeFacts(widget: WidgetController, facts: unknown): boolean {
  const read = readFacts(facts);
  if (read) widget.facts = read;
  else {
    warnOnce(
      'context',
      'setContext() ignored: facts have to be a plain object that can be JSON, of at most 8 KiB. Send less, and no functions, cycles or class instances.',
    );
  }
  return read !== undefined;
}

/** Writes to the agent as the visitor would; `isAllowed` where a call is under way or one may be started. */
export async function writeFor(
  {settings}: WidgetController,
  text: unknown,
  isAllowed: boolean,
  load: () => Promise<Writer | null>,
): Promise<void> {
  // eslint-disable-next-line no-console -- each time, as for open(): the next press is another
  if (!isAllowed) return console.warn(GESTURE);
  const refusal = faultOf(text, settings?.modes.text);
  if (refusal) return warnOnce('', REFUSALS[refusal]);
  if ((await load())?.write(text as string) === false) warnOnce('', TOO_LONG);
}

/** Drops what is kept in the browser, and the challenge: the next call begins as a stranger's. */
export function erase({resolver}: WidgetController): void {
  if (!resolver) return;
  resolver.takeChallenge();
  eraseStorage(resolver.token);
}

function faultOf(text: unknown, isTyped = true): keyof typeof REFUSALS | null {
  if (typeof text !== 'string' || !text.trim()) return 'empty';
  return isTyped ? null : 'mode';
}
