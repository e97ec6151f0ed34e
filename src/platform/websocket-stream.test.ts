import {expect} from '@open-wc/testing';
import {FakeBackend} from '../../testing/fake-backend/fake-backend.js';
import {sessionResponse} from '../../testing/fake-backend/responses.js';
import {settle} from '../../testing/fixtures/fake-clock.js';
import type {StreamListener} from '../call/ports.js';
import {openWebSocketStream} from './websocket-stream.js';

const {transport} = sessionResponse('https://backend.test');

describe('a stream over a WebSocket', () => {
  let backend: FakeBackend;
  let told: unknown[];
  const listener: StreamListener = {
    opened: () => told.push('opened'),
    frame: frame => told.push(frame),
    audio: pcm => told.push(pcm),
    closed: code => told.push(['closed', code]),
  };
  const open = () => openWebSocketStream(transport, 'secret-token', listener);
  beforeEach(() => {
    backend = new FakeBackend().install();
    backend.isLively = false;
    told = [];
  });
  afterEach(() => backend.restore());

  it('offers the protocol and the token, and puts no token into the address', () => {
    open();
    expect(backend.socket.protocols).to.deep.equal(['aiw.v1', 'aiw.token.secret-token']);
    expect(backend.socket.url).to.equal('wss://backend.test/api/sessions/s1/stream');
  });

  it('tells of its opening, of frames in order, of audio, and of its end', () => {
    open();
    const {socket} = backend;
    const pcm = new ArrayBuffer(640);
    socket.accept();
    socket.say({type: 'state', value: 'thinking'});
    socket.deliver(pcm);
    socket.say({type: 'ended', reason: 'agent'});
    socket.drop(1000);
    expect(told).to.deep.equal([
      'opened',
      {type: 'state', value: 'thinking', seq: 1},
      pcm,
      {type: 'ended', reason: 'agent', seq: 2},
      ['closed', 1000],
    ]);
    expect(socket.binaryType).to.equal('arraybuffer');
  });

  it('passes over what is no frame', () => {
    open();
    backend.socket.accept();
    for (const noise of ['', '{', 'null', '7', '[]', '{"kind":"state"}']) {
      backend.socket.deliver(noise);
    }
    expect(told).to.deep.equal(['opened']);
  });

  it('sends frames as JSON and audio as it is, once it is open', () => {
    const stream = open();
    stream.send({type: 'end'});
    stream.sendAudio(new ArrayBuffer(640));
    expect(backend.socket.frames).to.deep.equal([]);
    backend.socket.accept();
    stream.send({type: 'mic', muted: true});
    stream.sendAudio(new ArrayBuffer(640));
    expect(backend.socket.frames).to.deep.equal([{type: 'mic', muted: true}]);
    expect(backend.socket.audio).to.have.length(1);
  });

  it('drops audio, not words, while the network is choked', () => {
    const stream = open();
    backend.socket.accept();
    backend.socket.bufferedAmount = 64_000;
    stream.sendAudio(new ArrayBuffer(640));
    stream.send({type: 'text', id: 't1', text: 'Hello'});
    expect(backend.socket.audio).to.deep.equal([]);
    expect(backend.socket.frames).to.have.length(1);
  });

  it('closes without a word to its listener', () => {
    const stream = open();
    backend.socket.accept();
    stream.close();
    expect(backend.socket.closedWith).to.equal(1000);
    expect(told).to.deep.equal(['opened']);
  });

  it('ends at once where the browser does not even try', async () => {
    window.WebSocket = class {
      constructor() {
        throw new DOMException('Insecure', 'SecurityError');
      }
    } as unknown as typeof WebSocket;
    open();
    expect(told, 'not before the caller has its stream').to.deep.equal([]);
    await settle();
    expect(told).to.deep.equal([['closed', 1006]]);
  });

  it('ends at once where the transport is not its own', async () => {
    openWebSocketStream({kind: 'livekit', url: 'wss://room.test', token: 't'}, 'secret', listener);
    const closed = openWebSocketStream({kind: 'livekit', url: '', token: ''}, 'secret', listener);
    closed.close();
    await settle();
    expect(told).to.deep.equal([['closed', 1006]]);
    expect(backend.sockets).to.deep.equal([]);
  });
});
