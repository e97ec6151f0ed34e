import type {EndReason} from '../../../../src/contract/index.js';
import type {Clock} from '../clock.js';
import type {Conversation} from './conversation.js';

/** Longest wait for a conversation's last words, in milliseconds. */
const CLOSING_MS = 1500;

/** Closes it. One that does not come to its end does not keep the visitor waiting. */
export async function closeConversation(
  conversation: Conversation,
  reason: EndReason,
  clock: Clock,
): Promise<void> {
  const closed = new Promise<void>(resolve => {
    resolve(conversation.close(reason));
  }).catch(() => {});
  let stop = () => {};
  const late = new Promise<void>(resolve => {
    stop = clock.after(CLOSING_MS, resolve);
  });
  await Promise.race([closed, late]);
  stop();
}
