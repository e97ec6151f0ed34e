import {type ClientFrame, type ServerFrame, type SessionResponse} from '../contract/index.js';
import {contactIn} from './contacts.js';
import type {Announcement, CallEffect} from './effects.js';
import type {CallEvent} from './events.js';
import {sendFeedback} from './feedback.js';
import {Guiding} from './guiding.js';
import {KeptAudio} from './kept-audio.js';
import {keptFrom, type KeptCall, type VoiceAgain} from './kept-call.js';
import type {CallPorts, MicrophoneProblem, Outcome, Stream} from './ports.js';
import type {CallState} from './state.js';
import {backOffMs} from './reconnect.js';
import {isLive, isUnderWay} from './step.js';
import {Timers} from './timers.js';
import {INITIAL_STATE, transition} from './transition.js';

/** Who watches a call. */
export interface CallListener {
  stateChanged(state: CallState): void;
  announced(announcement: Announcement): void;
}

/**
 * One visitor's call: feeds events to {@link transition} and does the effects it asks for.
 *
 * Holds the session's secrets and the open ports; decides nothing itself.
 */
export class Call {
  #state: CallState = INITIAL_STATE;
  #session: SessionResponse | null = null;
  #stream: Stream | null = null;
  #microphoneAnswer: Promise<void> = Promise.resolve();
  readonly #keptAudio = new KeptAudio();
  #lastSeq = 0;
  /** What the agent has to know once the stream is up again. */
  #untold: ClientFrame[] = [];
  /** Ends with the call: nothing that began before may touch what comes after. */
  #life = new AbortController();
  readonly #timers: Timers;
  readonly #reconnects: Timers;
  readonly #ports: CallPorts;
  readonly #listener: CallListener;
  readonly #guiding: Guiding;

  constructor(ports: CallPorts, listener: CallListener) {
    this.#ports = ports;
    this.#listener = listener;
    this.#timers = new Timers(ports.clock);
    this.#reconnects = new Timers(ports.clock);
    this.#guiding = new Guiding(ports.guide, ports.clock, {
      outcome: frame => this.tell(frame),
      shown: label => this.dispatch({type: 'navigated', label}),
    });
    ports.speaker.onProgress(progress => this.#send({type: 'playback', ...progress}));
    ports.outbox.onStored(({id, kind, source}) =>
      this.dispatch({type: 'captureSettled', id, kind, source, status: 'stored'}),
    );
  }

  get state(): CallState {
    return this.#state;
  }

  /** Takes one event in; its effects are done before this returns, later ones by and by. */
  dispatch(event: CallEvent): void {
    const {state, effects} = transition(this.#state, event);
    const changed = state !== this.#state;
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    // An effect may have dispatched in its turn and told the listener of a later state already.
    if (changed && this.#state === state) this.#listener.stateChanged(state);
    this.#guiding.follow(this.#state);
  }

  /** The session under way, or the last one. */
  get sessionId(): string | undefined {
    return this.#session?.sessionId;
  }

  /** Sends what the agent has to know, now or once the stream is up again. */
  tell(frame: ClientFrame): void {
    if (isLive(this.#state.stage)) this.#send(frame);
    else if (isUnderWay(this.#state.stage)) this.#untold.push(frame);
  }

  /** Tells the agent that the visitor moved. */
  pageChanged(url: string, title: string): void {
    this.tell({type: 'page', url, title});
  }

  /** Ends everything without announcing it; the call is as new then. */
  destroy(): void {
    this.#send({type: 'end'});
    this.#reset();
  }

  /** Lets go of a call under way for the tab's next page to {@link restore}; null: there is none. */
  leave(): KeptCall | null {
    const session = this.#session;
    const call = session && {session, lastSeq: this.#lastSeq, place: this.#guiding.leavingFor};
    const kept = call && keptFrom(this.#state, call, this.#ports.clock.now());
    if (kept) this.#reset();
    return kept;
  }

  /** Takes up the call of the page before, unless there is another by now. */
  restore(kept: KeptCall, voice: VoiceAgain): void {
    if (this.#state.stage.phase !== 'idle') return;
    this.#session = kept.session;
    this.#lastSeq = kept.lastSeq;
    this.dispatch({type: 'talk', talk: this.#ports.talk()});
    this.dispatch({type: 'restore', kept, voice});
    if (kept.place) this.#guiding.arrive(kept.place);
  }

  #reset(): void {
    this.#release();
    this.#timers.cancelAll();
    this.#ports.speaker.close();
    this.#state = INITIAL_STATE;
    this.#listener.stateChanged(INITIAL_STATE);
  }

  #run(effect: CallEffect): void {
    const ports = this.#ports;
    switch (effect.type) {
      case 'openMicrophone':
        this.#microphoneAnswer = this.#openMicrophone(effect.muted);
        return;
      case 'closeMicrophone':
        return ports.microphone.close();
      case 'setMuted':
        return ports.microphone.setMuted(effect.muted);
      case 'begin':
        return void this.#begin();
      case 'connect':
        return this.#connect(effect.attempt);
      case 'flow':
        return this.#flow(effect.inputSampleRate, effect.outputSampleRate);
      case 'send':
        return this.#stream?.send(effect.frame);
      case 'audioStart':
        return ports.speaker.begin(effect.messageId);
      case 'audioEnd':
        return ports.speaker.end(effect.messageId);
      case 'audioClear':
        return ports.speaker.clear();
      case 'navigate':
        return this.#guiding.go(effect);
      case 'sendFeedback':
        return void sendFeedback(effect.feedback, this.#session, ports.feedback).then(event =>
          this.dispatch(event),
        );
      case 'callTool':
        return void this.#callTool(effect);
      case 'storeCapture':
        return void this.#storeCapture(effect);
      case 'later':
        // Outlives the call: a transition ignores what has become meaningless.
        return this.#timers.later(effect.delayMs, () => this.dispatch(effect.event));
      case 'announce':
        return this.#listener.announced(effect.announcement);
      case 'release':
        return this.#release();
    }
  }

  async #openMicrophone(muted: boolean): Promise<void> {
    const {signal} = this.#life;
    const {microphone, admit} = this.#ports;
    const admission = admit?.();
    if (admission) await admission;
    if (signal.aborted) return;
    const listener = {
      frame: (pcm: ArrayBuffer) => this.#hear(pcm),
      lost: (lost: MicrophoneProblem) =>
        this.dispatch({type: 'microphone', microphone: {status: 'unavailable', problem: lost}}),
      returned: () => this.dispatch({type: 'microphoneReturned'}),
    };
    const problem = await microphone.open(listener, muted);
    if (signal.aborted) return;
    this.dispatch({
      type: 'microphone',
      microphone: problem ? {status: 'unavailable', problem} : {status: muted ? 'muted' : 'live'},
    });
  }

  async #begin(): Promise<void> {
    const {signal} = this.#life;
    const {sessions} = this.#ports;
    const resolved = await sessions.resolve();
    if (signal.aborted) return;
    if (!resolved.ok) return this.#startFailed(resolved);
    // The microphone's answer decides the session's mode.
    await Promise.all([this.#ports.admit?.(), this.#microphoneAnswer]);
    if (signal.aborted) return;
    this.dispatch({
      type: 'resolved',
      captureKinds: resolved.value.capture.kinds,
      talk: this.#ports.talk(),
    });
    const mode = this.#state.mode === 'text' ? 'text' : 'voice';
    const created = await sessions.createSession(mode);
    if (signal.aborted) return;
    if (!created.ok) return this.#startFailed(created);
    this.#session = created.value;
    this.#lastSeq = 0;
    const {email, phone, name} = created.value.visitorClaims ?? {};
    this.dispatch({type: 'sessionCreated', known: {email, phone, name}});
  }

  #startFailed({problem, retryAfterMs}: Extract<Outcome<unknown>, {ok: false}>): void {
    this.dispatch({type: 'startFailed', problem, retryAfterMs, at: this.#ports.clock.now()});
  }

  #connect(attempt: number): void {
    this.#stream?.close();
    this.#stream = null;
    if (attempt === 1) return this.#openStream();
    const delayMs = backOffMs(attempt, this.#ports.clock.random());
    this.#reconnects.later(delayMs, () => this.#openStream());
  }

  #openStream(): void {
    const session = this.#session;
    if (!session) return;
    const {clock, openStream, speaker} = this.#ports;
    const stream = openStream(session.transport, session.sessionToken, {
      opened: () =>
        stream.send({
          type: 'hello',
          mode: this.#state.mode,
          ...(this.#lastSeq > 0 && {lastSeq: this.#lastSeq}),
        }),
      frame: frame => this.#receive(frame),
      audio: pcm => speaker.write(pcm),
      closed: code => {
        this.#stream = null;
        this.dispatch({type: 'streamClosed', code, at: clock.now()});
      },
    });
    this.#stream = stream;
  }

  #receive(frame: ServerFrame): void {
    this.#lastSeq = Math.max(this.#lastSeq, frame.seq);
    const {clock, contacts} = this.#ports;
    const contact = contactIn(frame, this.#state.transcript, contacts);
    this.dispatch({type: 'frame', frame, at: clock.now(), contact});
  }

  #hear(pcm: ArrayBuffer): void {
    if (this.#stream && isLive(this.#state.stage)) return this.#stream.sendAudio(pcm);
    this.#keptAudio.keep(pcm);
  }

  #flow(inputSampleRate: number, outputSampleRate: number): void {
    this.#ports.microphone.setSampleRate(inputSampleRate);
    this.#ports.speaker.setSampleRate(outputSampleRate);
    for (const frame of this.#ports.page.frames()) this.#stream?.send(frame);
    for (const pcm of this.#keptAudio.take()) this.#stream?.sendAudio(pcm);
    for (const frame of this.#untold.splice(0)) this.#send(frame);
  }

  async #callTool({callId, name, arguments: args}: Extract<CallEffect, {type: 'callTool'}>) {
    const {signal} = this.#life;
    const outcome = await this.#ports.page.run(name, args);
    if (!signal.aborted) this.tell({type: 'toolResult', callId, ...outcome});
  }

  async #storeCapture({capture}: Extract<CallEffect, {type: 'storeCapture'}>): Promise<void> {
    const session = this.#session;
    if (!session) return;
    const {id, kind, source} = capture;
    const status = await this.#ports.outbox.put(capture, session);
    this.dispatch({type: 'captureSettled', id, kind, source, status});
  }

  #send(frame: Parameters<Stream['send']>[0]): void {
    if (isLive(this.#state.stage)) this.#stream?.send(frame);
  }

  #release(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#reconnects.cancelAll();
    this.#stream?.close();
    this.#stream = null;
    this.#keptAudio.take();
    this.#untold = [];
    this.#guiding.stop();
    this.#microphoneAnswer = Promise.resolve();
    this.#ports.microphone.close();
    this.#ports.speaker.clear();
  }
}
