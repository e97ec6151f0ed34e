import {llm} from '@livekit/agents';
import {randomUUID} from 'node:crypto';
import type {CallMode, EndReason, NavTarget} from '../../../../src/contract/index.js';
import type {
  Conversation,
  ConversationFrame,
  ConversationInit,
} from '../../domain/calls/conversation.js';
import type {Turn} from '../../domain/records/session-store.js';
import type {ConversationServices} from '../parts.js';
import type {Brain} from '../think/brain.js';
import {isFarewell} from '../think/intents.js';
import {quickReplies} from '../think/quick-replies.js';
import {SENTENCES} from '../think/sentences.js';
import {HostPage} from './host-page.js';
import {LiveCall} from './live-call.js';
import {AgentMessages} from './message-log.js';
import {INPUT_SAMPLE_RATE} from './microphone-input.js';
import {OUTPUT_SAMPLE_RATE} from './speech-output.js';
import {VisitorWords} from './visitor-words.js';

/** One visitor's talk with the agent of this server. */
export class VoiceConversation implements Conversation {
  readonly inputSampleRate = INPUT_SAMPLE_RATE;
  readonly outputSampleRate = OUTPUT_SAMPLE_RATE;
  readonly #init: ConversationInit;
  readonly #services: ConversationServices;
  readonly #brain: Brain;
  readonly #messages: AgentMessages;
  readonly #visitor: VisitorWords;
  readonly #host: HostPage;
  readonly #history = llm.ChatContext.empty();
  readonly #navigations = new Map<string, NavTarget>();
  readonly #typed = new Set<string>();
  #page: {url: string; title: string};
  #mode: CallMode;
  #isMuted = false;
  #isSuspended = false;
  #isClosed = false;
  #hasApologized = false;
  #isLeaving = false;
  #hasHeard = false;
  #call: LiveCall | null = null;
  #starting: Promise<LiveCall | null> | null = null;

  constructor(init: ConversationInit, services: ConversationServices) {
    this.#init = init;
    this.#services = services;
    this.#mode = init.mode;
    this.#page = init.page;
    this.#messages = new AgentMessages(init.output);
    this.#visitor = new VisitorWords(init.output);
    this.#host = new HostPage(event => init.output.event(event));
    this.#brain = services.createBrain({
      callId: init.sessionId,
      widget: init.widget,
      knowledge: services.knowledge,
      page: () => this.#page,
      facts: () => this.#host.facts,
      tools: () => this.#host.tools,
      locale: init.locale,
      spent: tokens => init.output.spent(tokens),
      judged: isUnanswered => this.#messages.judge(isUnanswered),
    });
    const {turns} = init;
    if (turns.length > 0) this.#goOn(turns);
    else this.#greet();
  }

  receive(frame: ConversationFrame): void {
    if (this.#isClosed) return;
    switch (frame.type) {
      case 'text':
        return this.#read(frame.id, frame.text);
      case 'mode':
        return this.#setMode(frame.value);
      case 'mic':
        this.#isMuted = frame.muted;
        if (frame.muted) this.#call?.endTurn();
        return;
      case 'playback':
        return this.#call?.speech?.report(frame.messageId, frame.playedMs, frame.done);
      case 'page':
        this.#page = {url: frame.url, title: frame.title};
        return;
      case 'navigation':
        return this.#navigated(frame.id, frame.result);
      case 'capture':
        return this.#say(SENTENCES.capture[frame.result][frame.kind]);
      case 'context':
        this.#host.facts = frame.facts;
        return this.#informed();
      case 'tools':
        this.#host.tools = frame.tools;
        return this.#informed();
      case 'toolResult':
        return this.#host.answered(frame);
    }
  }

  receiveAudio(pcm: Uint8Array): void {
    if (this.#isClosed || this.#isSuspended || this.#isMuted || this.#mode === 'text') return;
    if (this.#call) this.#call.hearAudio(pcm);
    else void this.#ensureCall().then(call => call?.hearAudio(pcm));
  }

  suspend(): void {
    this.#isSuspended = true;
    this.#call?.hush();
  }

  resume(): void {
    this.#isSuspended = false;
  }

  async close(_reason: EndReason): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#host.close();
    const call = await this.#starting;
    this.#visitor.abandon();
    await call?.close();
    this.#messages.finish();
    this.#services.onClosed();
  }

  #greet(): void {
    const {greeting} = this.#init.widget.settings.agent;
    if (this.#mode === 'text') {
      this.#messages.grow(greeting);
      this.#messages.finish();
      this.#history.addMessage({role: 'assistant', content: greeting});
      this.#init.output.event({type: 'state', value: 'listening'});
      this.#offer();
      return;
    }
    this.#say(greeting);
  }

  /** From where another process has left off. */
  #goOn(turns: readonly Turn[]): void {
    const last = turns.at(-1);
    // Nobody has answered these words: they are asked once more.
    const open = last?.role === 'visitor' ? last : null;
    for (const turn of turns) {
      if (turn.role === 'visitor') this.#typed.add(turn.id);
      if (turn === open) continue;
      const role = turn.role === 'visitor' ? 'user' : 'assistant';
      this.#history.addMessage({role, content: turn.text});
    }
    const said = turns.findLast(({role}) => role === 'agent');
    if (said) this.#messages.continueAfter(said);
    this.#hasHeard = turns.some(({role}) => role === 'visitor');
    this.#init.output.event({type: 'state', value: 'listening'});
    if (!open) return this.#offer();
    this.#listenedTo(open.text);
    this.#answer(open.text);
  }

  /** What the visitor may answer to the last message; first of all, what they may ask. */
  #offer(): void {
    const last = this.#messages.last;
    if (!last || this.#isClosed || this.#visitor.isSpeaking) return;
    const {locale, widget} = this.#init;
    const {agent, locale: own} = widget.settings;
    const openers = () => this.#brain.openers();
    const replies = this.#hasHeard
      ? quickReplies(last.text, {locales: [locale, own], openers})
      : (agent.suggestions ?? openers());
    if (replies.length === 0) return;
    this.#init.output.event({type: 'quickReplies', messageId: last.id, replies: [...replies]});
  }

  #read(id: string, text: string): void {
    // Sent again after a dropped connection: counted once.
    if (this.#typed.has(id)) return;
    this.#typed.add(id);
    const words = text.trim();
    if (!words) return;
    this.#init.output.event({type: 'transcript', id, role: 'visitor', text: words, final: true});
    this.#listenedTo(words);
    this.#messages.asked();
    this.#answer(words);
  }

  #answer(words: string): void {
    void this.#ensureCall().then(call => {
      if (!call) return;
      call.session.interrupt();
      call.session.generateReply({userInput: words, inputModality: 'text'});
    });
  }

  #setMode(mode: CallMode): void {
    this.#mode = mode;
    this.#call?.setSpoken(mode !== 'text');
    if (mode === 'text') this.#call?.endTurn();
  }

  #informed(): void {
    this.#call?.informed().catch((error: unknown) => this.#failed(error));
  }

  #navigated(id: string, result: 'done' | 'unconfirmed' | 'refused'): void {
    const target = this.#navigations.get(id);
    this.#navigations.delete(id);
    if (target && result !== 'done') this.#say(SENTENCES.directions(target));
  }

  #navigate(target: NavTarget): void {
    const id = randomUUID();
    this.#navigations.set(id, target);
    const {label, url, sectionSelector} = target;
    this.#init.output.event({
      type: 'navigate',
      id,
      label,
      url,
      ...(sectionSelector === undefined ? {} : {sectionSelector}),
    });
  }

  #listenedTo(text: string): void {
    this.#hasApologized = false;
    this.#hasHeard = true;
    this.#isLeaving = isFarewell(text);
  }

  #replied(): void {
    this.#offer();
    if (!this.#isLeaving || this.#isClosed) return;
    this.#isLeaving = false;
    if (!this.#messages.last?.text.endsWith('?')) this.#init.output.goodbye();
  }

  /** Something of the agent's own accord, after what it is saying now. */
  #say(text: string): void {
    void this.#ensureCall().then(call => {
      if (call && !this.#isClosed) call.session.say(text);
    });
  }

  #failed(error: unknown): void {
    this.#services.logger.error({err: error, session: this.#init.sessionId}, 'agent failed');
    if (this.#hasApologized || this.#isClosed) return;
    this.#hasApologized = true;
    this.#init.output.event({
      type: 'error',
      error: 'AGENT_FAILED',
      message: 'The agent could not answer. Please ask again.',
      fatal: false,
    });
    this.#say(SENTENCES.apology);
  }

  async #ensureCall(): Promise<LiveCall | null> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = null;
      this.#failed(error);
      return null;
    });
    return this.#starting;
  }

  async #start(): Promise<LiveCall | null> {
    const parts = this.#init.widget.settings.modes.voice ? await this.#services.voice : null;
    if (this.#isClosed) return null;
    const call = new LiveCall({
      init: this.#init,
      services: this.#services,
      parts,
      brain: this.#brain,
      history: this.#history,
      messages: this.#messages,
      visitor: this.#visitor,
      navigate: target => this.#navigate(target),
      host: this.#host,
      onWaiting: () => this.#say(SENTENCES.oneMoment),
      onTurn: text => this.#listenedTo(text),
      onReplied: () => this.#replied(),
      onFailed: error => this.#failed(error),
    });
    await call.start();
    // Told while it started.
    await call.informed();
    call.setSpoken(this.#mode !== 'text');
    this.#call = call;
    return call;
  }
}
