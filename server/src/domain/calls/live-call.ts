import {
  STREAM_CLOSE,
  type AgentState,
  type CallMode,
  type ClientFrame,
  type EndReason,
  type ServerEvent,
} from '../../../../src/contract/index.js';
import {AudioBudget} from './audio-budget.js';
import {AGENT_FAILED, VOICE_UNAVAILABLE} from './call-errors.js';
import type {CallRecorder} from './call-recorder.js';
import {CallWatch} from './call-watch.js';
import type {Carrier} from './carrier.js';
import {closeConversation} from './close-conversation.js';
import type {Conversation, ConversationOutput} from './conversation.js';
import {EventLog} from './event-log.js';
import {Goodbye} from './goodbye.js';
import type {LiveCallOptions} from './live-call-options.js';
import type {Turn} from '../records/session-store.js';
import {SeenIds} from './seen-ids.js';
import type {PublishedWidget} from '../widgets/widget.js';

type Hello = Extract<ClientFrame, {type: 'hello'}>;

/**
 * One session from its creation to its end: connections come and go, the conversation stays.
 *
 * It owns what the call is told and when it is over. It does not own the conversation's words,
 * the sockets, or the rules by which a session may start.
 */
export class LiveCall {
  readonly id: string;
  readonly widget: PublishedWidget;
  readonly #options: LiveCallOptions;
  readonly #recorder: CallRecorder;
  readonly #log = new EventLog();
  readonly #watch: CallWatch;
  readonly #goodbye: Goodbye;
  readonly #audioIn: AudioBudget;
  /** Ids of typed messages: one sent again after a drop counts once. */
  readonly #texts = new SeenIds();
  #mode: CallMode;
  #state: AgentState = 'listening';
  #page: {url: string; title: string};
  #carrier: Carrier | null = null;
  #conversation: Conversation | null = null;
  #speaking: ConversationOutput | null = null;
  #ending: Promise<void> | null = null;
  #isMoving = false;
  #isOver = false;

  constructor(options: LiveCallOptions) {
    this.id = options.id;
    this.widget = options.widget;
    this.#options = options;
    this.#recorder = options.recorder;
    this.#mode = options.mode;
    this.#page = options.page;
    const {clock, startedAt, widget, turns} = options;
    const {limits} = widget.settings;
    this.#watch = new CallWatch({clock, limits, startedAt}, reason => void this.end(reason));
    for (const {id, role} of turns) if (role === 'visitor') this.#texts.add(id);
    this.#goodbye = new Goodbye(options.clock, () => void this.end('agent'));
    this.#audioIn = new AudioBudget(options.clock);
  }

  /** Whether it takes one of the server's voice slots. */
  get usesVoice(): boolean {
    return this.#mode !== 'text';
  }

  /** The visitor is here, for the first time or again. A connection before this one is closed. */
  hello(carrier: Carrier, {mode, lastSeq = 0}: Hello): void {
    if (this.#ending) {
      // On its way to another process, which the visitor looks for next.
      if (this.#isMoving) carrier.close(1012, 'The server is restarting.');
      else carrier.close(STREAM_CLOSE.gone, 'The session is over.');
      return;
    }
    // In charge only from `ready` on: what an opening conversation says at once comes after it.
    this.#replace();
    this.#watch.present();
    const isHere = this.#conversation !== null;
    const isResumed = isHere || this.#options.turns.length > 0;
    const allowed = this.#allowedMode(mode);
    this.#mode = allowed;
    if (!isHere) this.#log.goOn(lastSeq, this.#options.turns);
    const conversation = this.#conversation ?? this.#open(carrier);
    const ready = {
      type: 'ready',
      inputSampleRate: conversation.inputSampleRate,
      outputSampleRate: conversation.outputSampleRate,
      resumed: isResumed,
    } as const;
    for (const frame of this.#log.resume(lastSeq, ready)) carrier.send(frame);
    this.#carrier = carrier;
    if (allowed !== mode) this.#refuseVoice();
    if (!isHere) return;
    // The widget takes `ready` for "listening": the agent may be elsewhere by now.
    this.#emit({type: 'state', value: this.#state});
    conversation.receive({type: 'mode', value: allowed});
    conversation.resume();
  }

  /** A frame other than `hello` of the connection that is in charge. */
  receive(carrier: Carrier, frame: Exclude<ClientFrame, Hello>): void {
    const conversation = this.#conversation;
    if (carrier !== this.#carrier || !conversation || this.#ending) return;
    switch (frame.type) {
      case 'end':
        void this.end('visitor');
        return;
      case 'feedback':
        this.#recorder.feedback(frame);
        return;
      case 'mode': {
        const value = this.#allowedMode(frame.value);
        this.#mode = value;
        if (value !== frame.value) this.#refuseVoice();
        conversation.receive({type: 'mode', value});
        return;
      }
      case 'text':
        if (this.#texts.has(frame.id)) return;
        this.#texts.add(frame.id);
        this.#watch.active();
        this.#goodbye.takeBack();
        break;
      case 'page':
        this.#page = {url: frame.url, title: frame.title};
        this.#watch.active();
        this.#recorder.page(frame);
        break;
      case 'playback':
        this.#watch.active();
        if (frame.done) this.#goodbye.played(frame.messageId);
        break;
      case 'capture':
      case 'toolResult':
        this.#watch.active();
        break;
      default:
        break;
    }
    conversation.receive(frame);
  }

  /** @returns False where it is more than anybody can have said by now. */
  receiveAudio(carrier: Carrier, pcm: Uint8Array): boolean {
    const conversation = this.#conversation;
    if (carrier !== this.#carrier || !conversation || this.#ending) return true;
    if (!this.#audioIn.spend(pcm.byteLength, conversation.inputSampleRate)) return false;
    // Frames under way while the visitor turned the microphone off.
    if (this.usesVoice) conversation.receiveAudio(pcm);
    return true;
  }

  /** The connection broke: the agent waits. */
  detach(carrier: Carrier): void {
    if (carrier !== this.#carrier) return;
    this.#carrier = null;
    if (this.#ending) return;
    this.#watch.away();
    this.#goodbye.takeBack();
    this.#conversation?.suspend();
  }

  /** Ends the call. Resolves when the visitor was told and everything is stored. */
  end(reason: EndReason): Promise<void> {
    this.#ending ??= this.#finish(reason);
    return this.#ending;
  }

  /** The session goes on in another process. Resolves when everything so far is stored. */
  letGo(): Promise<void> {
    this.#replace();
    return this.end('shutdown');
  }

  /** Lets an operator talk in the agent's place. False: there is no talk to take over. */
  async takeOver(open: (output: ConversationOutput) => Conversation): Promise<boolean> {
    const before = this.#conversation;
    if (!before || this.#ending) return false;
    this.#goodbye.takeBack();
    this.#conversation = open(this.#output());
    this.#emit({type: 'audioClear'});
    this.#emit({type: 'state', value: 'listening'});
    await closeConversation(before, 'shutdown', this.#options.clock);
    return true;
  }

  /** Lets the agent go on, who knows what was said meanwhile. */
  async handBack(): Promise<void> {
    await this.#recorder.settled();
    const turns = await this.#options.readTurns();
    if (this.#conversation && !this.#ending) this.#conversation = this.#agent(turns);
  }

  async #finish(reason: EndReason): Promise<void> {
    // A server that stops does not end the visitor's session: another one may take it up.
    this.#isMoving = reason === 'shutdown';
    this.#watch.stop();
    this.#goodbye.takeBack();
    if (this.#conversation) {
      await closeConversation(this.#conversation, reason, this.#options.clock);
    }
    this.#isOver = true;
    const recorded = this.#isMoving ? this.#recorder.leave() : this.#recorder.end(reason);
    this.#carrier?.send(this.#log.append({type: 'ended', reason}));
    this.#carrier?.close(1000, 'The conversation has ended.');
    this.#carrier = null;
    await recorded;
    this.#options.onEnded(reason);
  }

  /** The visitor has another connection now. */
  #replace(): void {
    this.#carrier?.close(STREAM_CLOSE.replaced, 'The conversation goes on in another connection.');
    this.#carrier = null;
  }

  /** @throws What the engine threw, after the visitor was told. */
  #open(carrier: Carrier): Conversation {
    try {
      this.#conversation = this.#agent(this.#options.turns);
      return this.#conversation;
    } catch (error) {
      this.#carrier = carrier;
      this.#emit(AGENT_FAILED);
      throw error;
    }
  }

  #agent(turns: readonly Turn[]): Conversation {
    const {id: sessionId, widget} = this;
    const {engine, locale} = this.#options;
    const mode = this.#mode;
    const page = this.#page;
    return engine.open({sessionId, widget, mode, page, locale, turns, output: this.#output()});
  }

  /** Of whoever talks from now on: of one before, only the last words are taken. */
  #output(): ConversationOutput {
    const output: ConversationOutput = {
      event: event => {
        if (this.#speaking === output || event.type === 'transcript') this.#emit(event);
      },
      audio: pcm => {
        if (this.#isOver || !this.#conversation || this.#speaking !== output) return;
        this.#recorder.firstAudio();
        this.#watch.active();
        this.#goodbye.audio(pcm.byteLength, this.#conversation.outputSampleRate);
        this.#carrier?.audio(pcm);
      },
      goodbye: () => this.#speaking === output && this.#goodbye.said(),
      spent: tokens => this.#recorder.tokens(tokens),
      answered: note => this.#recorder.answered(note),
    };
    this.#speaking = output;
    return output;
  }

  #emit(event: Exclude<ServerEvent, {type: 'ready' | 'ended'}>): void {
    if (this.#isOver) return;
    const frame = this.#log.append(event);
    this.#carrier?.send(frame);
    switch (event.type) {
      case 'transcript':
        this.#watch.active();
        if (event.final) this.#recorder.turn(event);
        if (event.role === 'visitor' && event.text !== '') this.#goodbye.takeBack();
        return;
      case 'state':
        this.#state = event.value;
        this.#goodbye.state(event.value);
        return;
      case 'audioStart':
        this.#goodbye.audioStart(event.messageId);
        return;
      case 'error':
        if (event.fatal) void this.end('agent');
        return;
      default:
        return;
    }
  }

  #allowedMode(wanted: CallMode): CallMode {
    const {engine, mayUseVoice} = this.#options;
    if (wanted === 'text') return wanted;
    if (engine.voice === 'off' || !this.widget.settings.modes.voice) return 'text';
    return this.usesVoice || mayUseVoice() ? wanted : 'text';
  }

  #refuseVoice(): void {
    this.#emit(VOICE_UNAVAILABLE);
  }
}
