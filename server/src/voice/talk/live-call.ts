import {type llm, voice} from '@livekit/agents';
import type {ConversationInit} from '../../domain/calls/conversation.js';
import {TappedVad} from '../listen/tapped-vad.js';
import {TurnListener} from '../listen/turn-listener.js';
import {TurnStt, type TurnEvent} from '../listen/turn-stt.js';
import type {ConversationServices, VoiceParts} from '../parts.js';
import {EmbeddedTts} from '../speak/embedded-tts.js';
import type {Brain} from '../think/brain.js';
import {createTools} from '../think/tools.js';
import {TurnClock} from '../timings.js';
import {EchoGuard} from './echo-guard.js';
import type {HostPage} from './host-page.js';
import type {AgentMessages} from './message-log.js';
import {MicrophoneInput} from './microphone-input.js';
import {createSession, VoiceAgent} from './session.js';
import {SpeechOutput} from './speech-output.js';
import type {VisitorWords} from './visitor-words.js';

/** What a live call is made from, and whom it tells. */
export interface LiveCallOptions {
  init: ConversationInit;
  services: ConversationServices;
  parts: VoiceParts | null;
  brain: Brain;
  history: llm.ChatContext;
  messages: AgentMessages;
  visitor: VisitorWords;
  navigate: Parameters<typeof createTools>[0]['navigate'];
  host: HostPage;
  /** A function of the page takes its time. */
  onWaiting: () => void;
  /** The visitor has said this, aloud. */
  onTurn: (text: string) => void;
  onReplied: () => void;
  onFailed: (error: unknown) => void;
}

/**
 * The session of one call with its ears and its mouth: everything that costs something, made
 * when the first word is said or typed.
 */
export class LiveCall {
  readonly session: voice.AgentSession;
  readonly speech: SpeechOutput | null;
  readonly #options: LiveCallOptions;
  readonly #agent: VoiceAgent;
  readonly #microphone = new MicrophoneInput();
  readonly #listener: TurnListener | null;
  readonly #echo = new EchoGuard();
  readonly #clock: TurnClock;
  #isSpoken = false;

  constructor(options: LiveCallOptions) {
    const {init, services, parts, brain, messages} = options;
    this.#options = options;
    this.#clock = new TurnClock(init.sessionId, timings => {
      const {speechEndedAt, firstAudioAt} = timings;
      messages.answeredAfter(firstAudioAt - speechEndedAt);
      services.onTurnTimings?.(timings);
    });
    const speaker = parts && {
      callId: init.sessionId,
      synthesizer: parts.synthesizer,
      voice: init.widget.settings.agent.voice,
    };
    const stt = new TurnStt();
    this.#listener = parts && this.#createListener(parts, stt);
    const vad = new TappedVad(event => this.#listener?.hear(event));
    this.session = createSession({
      brain: brain.llm,
      ears: parts && {vad, stt},
      mouth: speaker && new EmbeddedTts(speaker),
    });
    this.#agent = new VoiceAgent({
      instructions: brain.instructions,
      history: options.history,
      speaker,
      onFirstText: () => this.#clock.token(),
      // Aloud, the captions come with the audio.
      onText: text => !this.#isSpoken && messages.append(text),
      tools: toolsOf(options),
    });
    this.speech = parts && this.#createSpeech();
    if (this.speech) {
      // Before the start: the session does not notice an input that comes later.
      this.session.input.audio = this.#microphone;
      this.session.output.audio = this.speech;
    }
    this.#follow();
  }

  async start(): Promise<void> {
    await this.session.start({agent: this.#agent});
  }

  /** Whether answers are spoken. */
  setSpoken(isSpoken: boolean): void {
    if (!isSpoken) this.speech?.skip();
    this.#isSpoken = isSpoken && this.speech !== null;
    this.session.output.setAudioEnabled(this.#isSpoken);
  }

  /** The page has told something: the agent learns it for its next answer. */
  async informed(): Promise<void> {
    await this.#agent.updateTools(toolsOf(this.#options));
    const {instructions} = this.#options.brain;
    if (instructions !== this.#agent.instructions)
      await this.#agent.updateInstructions(instructions);
  }

  hearAudio(pcm: Uint8Array): void {
    if (this.#listener) this.#microphone.push(pcm);
  }

  /** The microphone was muted: nothing more will come of this turn. */
  endTurn(): void {
    this.#listener?.endNow();
  }

  /** Stops speaking and forgets what was being said by the visitor. */
  hush(): void {
    this.#listener?.reset();
    this.#options.visitor.abandon();
    this.#clock.cancel();
    this.session.interrupt({force: true});
  }

  async close(): Promise<void> {
    this.#listener?.reset();
    await this.session.close();
    await this.#microphone.close();
  }

  #createListener(parts: VoiceParts, stt: TurnStt): TurnListener {
    const {init, onFailed} = this.#options;
    return new TurnListener({
      callId: init.sessionId,
      recognizer: parts.recognizer,
      endOfTurn: parts.endOfTurn,
      isEcho: text => this.#echo.isEcho(text, Date.now()),
      emit: event => {
        this.#heard(event);
        stt.emitTurnEvent(event);
      },
      onTimings: ({speechEndedAt, transcribedAt}) => this.#clock.turn(speechEndedAt, transcribedAt),
      onError: onFailed,
    });
  }

  #heard(event: TurnEvent): void {
    // Words, not noise: the paused answer will not go on.
    if (event.text && this.speech?.isActive) this.session.interrupt();
    this.#options.visitor.hear(event);
    if (event.type === 'turn') this.#options.onTurn(event.text);
  }

  #createSpeech(): SpeechOutput {
    const {init, messages} = this.#options;
    const {output} = init;
    return new SpeechOutput({
      begin: () => messages.open(),
      caption: (_id, text) => {
        this.#echo.speaking(text);
        messages.grow(text);
      },
      audio: pcm => output.audio(pcm),
      audioStart: messageId => {
        this.#clock.audio();
        output.event({type: 'audioStart', messageId});
      },
      audioEnd: messageId => output.event({type: 'audioEnd', messageId}),
      clear: () => output.event({type: 'audioClear'}),
      finished: (_id, heard) => {
        this.#echo.stopped(Date.now());
        messages.finish(heard);
      },
    });
  }

  #follow(): void {
    const {messages, init, onReplied, onFailed} = this.#options;
    const {AgentStateChanged, ConversationItemAdded, Error: Failed} = voice.AgentSessionEventTypes;
    this.session.on(AgentStateChanged, ({newState}) => {
      if (newState === 'listening' || newState === 'thinking' || newState === 'speaking') {
        init.output.event({type: 'state', value: newState});
      }
    });
    this.session.on(ConversationItemAdded, ({item}) => {
      if (item.type !== 'message' || item.role !== 'assistant') return;
      // In writing the item is the end; aloud, the message ended with its audio.
      if (!this.#isSpoken) messages.finish(item.textContent ?? '');
      if (!item.interrupted) onReplied();
    });
    this.session.on(Failed, ({error}) => onFailed(error));
  }
}

function toolsOf({init, services, navigate, brain, host, messages, onWaiting}: LiveCallOptions) {
  const {widget} = init;
  const {navigation} = widget.settings;
  return createTools({
    targets: navigation.enabled ? navigation.targets : [],
    knowledge: services.knowledge,
    revisionId: widget.revisionId,
    judged: isUnanswered => messages.judge(isUnanswered),
    navigate,
    pageTools: host.tools,
    callPage: (name, args) => host.call(name, args),
    sayWaiting: onWaiting,
    repliesToTools: brain.repliesToTools,
  });
}
