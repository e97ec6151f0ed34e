import {randomUUID} from 'node:crypto';
import type {Calls} from './calls.js';
import {OperatorConversation} from './operator-conversation.js';

/** Operators who talk to visitors themselves, in the calls of this process. */
export class HandOver {
  readonly #calls: Calls;
  readonly #taken = new Map<string, OperatorConversation>();

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** Whether a call is live here, and which operator talks in it. */
  standOf(sessionId: string): {isHere: boolean; speaker: string | null} {
    const isHere = this.#calls.find(sessionId) !== null;
    return {isHere, speaker: isHere ? (this.#taken.get(sessionId)?.name ?? null) : null};
  }

  /**
   * The operator talks from now on, in writing; the visitor is told who it is. False: the call is
   * not live here, its visitor has not come yet, or somebody has taken it already.
   */
  async take(sessionId: string, name: string): Promise<boolean> {
    const call = this.#calls.find(sessionId);
    if (!call || this.standOf(sessionId).speaker !== null) return false;
    let conversation: OperatorConversation | null = null;
    const isTaken = await call.takeOver(output => {
      conversation = new OperatorConversation(name, output, {
        locale: call.widget.settings.locale,
        onClosed: () => void this.#taken.delete(sessionId),
      });
      this.#taken.set(sessionId, conversation);
      return conversation;
    });
    return isTaken && conversation !== null;
  }

  /** Says something to the visitor. False: the call is nobody's but the agent's. */
  say(sessionId: string, text: string): boolean {
    const conversation = this.#taken.get(sessionId);
    conversation?.say(randomUUID(), text);
    return conversation !== undefined;
  }

  /** The agent goes on. False: as {@link say}. */
  async handBack(sessionId: string): Promise<boolean> {
    const conversation = this.#taken.get(sessionId);
    const call = this.#calls.find(sessionId);
    if (!conversation || !call) return false;
    this.#taken.delete(sessionId);
    conversation.leave(randomUUID(), call.widget.settings.agent.name);
    await call.handBack();
    return true;
  }
}
