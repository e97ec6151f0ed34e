import type {ServerFrame} from '../contract/index.js';
import type {Contact, ContactFinder} from './ports.js';
import type {TranscriptEntry} from './state.js';

/**
 * What a transcript frame's words ask for or give away (§6.1): the agent's as soon as they are
 * heard, the visitor's when they are complete. `transcript` is what was said so far.
 */
export function contactIn(
  frame: ServerFrame,
  transcript: readonly TranscriptEntry[],
  finder: ContactFinder,
): Contact | null {
  if (frame.type !== 'transcript') return null;
  if (frame.role === 'agent') {
    const kind = finder.askedFor(frame.text);
    return kind && {kind};
  }
  if (!frame.final) return null;
  // An answer to a question needs less to be recognised.
  const question = transcript.filter(({role}) => role === 'agent').at(-1);
  return finder.volunteered(frame.text, question ? finder.askedFor(question.text) : null);
}
