import {expect} from '@open-wc/testing';
import {sessionResponse, widgetToken} from '../../testing/fake-backend/responses.js';
import {FakeClock} from '../../testing/fixtures/fake-clock.js';
import type {CaptureRequest} from '../contract/index.js';
import {StoredOutbox, type SendCapture} from './outbox.js';
import {WidgetStorage} from './storage.js';
import {hasLeftovers} from './storage-keys.js';

const SESSION = sessionResponse('https://backend.test');
const AWAY = {ok: false, problem: 'unreachable'} as const;
const REFUSED = {ok: false, refused: true} as const;

const capture = (id: string): CaptureRequest => ({
  id,
  kind: 'email',
  value: `${id}@example.com`,
  source: 'agent_asked',
  prefilled: false,
});
const stored = (request: CaptureRequest) => ({
  ok: true as const,
  value: {...request, sessionId: 's1', createdAt: '2026-01-01T00:00:00Z'},
});

describe('the outbox of captures', () => {
  const token = widgetToken(7);
  let clock: FakeClock;
  let sent: string[];
  let answer: 'stored' | 'away' | 'refused';
  const send: SendCapture = (request, sessionId, sessionToken) => {
    sent.push(`${request.id} ${sessionId} ${sessionToken}`);
    if (answer === 'stored') return Promise.resolve(stored(request));
    return Promise.resolve(answer === 'away' ? AWAY : REFUSED);
  };
  const open = () => {
    const outbox = new StoredOutbox(new WidgetStorage(token), send, clock);
    outbox.open();
    return outbox;
  };
  beforeEach(() => {
    localStorage.clear();
    clock = new FakeClock();
    sent = [];
    answer = 'stored';
  });

  it('sends a capture and forgets it once it is stored', async () => {
    expect(await open().put(capture('a'), SESSION)).to.equal('stored');
    expect(sent).to.deep.equal(['a s1 token-1']);
    expect(localStorage).to.have.length(0);
    expect(clock.delays).to.deep.equal([]);
  });

  it('holds it in storage before it is sent', async () => {
    let kept = false;
    const outbox = new StoredOutbox(
      new WidgetStorage(token),
      request => {
        kept = hasLeftovers(token);
        return Promise.resolve(stored(request));
      },
      clock,
    );
    await outbox.put(capture('a'), SESSION);
    expect(kept).to.be.true;
    expect(hasLeftovers(token)).to.be.false;
  });

  it('tries again with back-off while the backend is away, and tells when it is stored', async () => {
    answer = 'away';
    const outbox = open();
    const told: string[] = [];
    outbox.onStored(({id}) => told.push(id));
    expect(await outbox.put(capture('a'), SESSION)).to.equal('queued');
    const delays: number[] = [];
    for (let n = 0; n < 6; n++) {
      delays.push(...clock.delays);
      await clock.advance(clock.delays[0] ?? 0);
    }
    expect(delays).to.deep.equal([1_000, 3_000, 10_000, 30_000, 60_000, 60_000]);
    expect(told).to.deep.equal([]);
    answer = 'stored';
    await clock.advance(60_000);
    expect(told).to.deep.equal(['a']);
    expect(clock.delays).to.deep.equal([]);
    expect(hasLeftovers(token)).to.be.false;
  });

  it('goes on with what an earlier page has left', async () => {
    answer = 'away';
    const before = open();
    await before.put(capture('a'), SESSION);
    before.close();
    expect(clock.delays, 'a closed one tries no more').to.deep.equal([]);
    answer = 'stored';
    sent = [];
    open();
    await clock.advance(1_000);
    expect(sent).to.deep.equal(['a s1 token-1']);
    expect(hasLeftovers(token)).to.be.false;
  });

  it('is not started again by an answer that comes after it was closed', async () => {
    let answerLate: (value: typeof AWAY) => void = () => {};
    const late = new Promise<typeof AWAY>(resolve => (answerLate = resolve));
    const outbox = new StoredOutbox(new WidgetStorage(token), () => late, clock);
    const put = outbox.put(capture('a'), SESSION);
    outbox.close();
    answerLate(AWAY);
    await put;
    expect(clock.delays).to.deep.equal([]);
    expect(hasLeftovers(token)).to.be.true;
  });

  it('keeps what another tab has put in', async () => {
    answer = 'away';
    const [one, other] = [open(), open()];
    await one.put(capture('a'), SESSION);
    await other.put(capture('b'), SESSION);
    await one.put(capture('c'), SESSION);
    one.close();
    other.close();
    sent = [];
    answer = 'stored';
    open();
    await clock.advance(1_000);
    expect(sent.map(line => line[0])).to.deep.equal(['a', 'b', 'c']);
  });

  it('drops what the backend will never take, and says so', async () => {
    answer = 'refused';
    expect(await open().put(capture('a'), SESSION)).to.equal('invalid');
    expect(hasLeftovers(token)).to.be.false;
  });

  it('drops what is too old for its session', async () => {
    answer = 'away';
    const before = open();
    await before.put(capture('a'), SESSION);
    before.close();
    await clock.advance(25 * 3_600_000);
    open();
    expect(clock.delays).to.deep.equal([]);
    expect(hasLeftovers(token)).to.be.false;
  });

  it('works without storage, for as long as the page is there', async () => {
    const {getItem, setItem} = Storage.prototype;
    const blocked = () => {
      throw new DOMException('Blocked', 'SecurityError');
    };
    Storage.prototype.getItem = blocked;
    Storage.prototype.setItem = blocked;
    try {
      answer = 'away';
      const outbox = open();
      expect(await outbox.put(capture('a'), SESSION)).to.equal('queued');
      answer = 'stored';
      sent = [];
      await clock.advance(1_000);
      expect(sent).to.have.length(1);
      expect(clock.delays).to.deep.equal([]);
    } finally {
      Object.assign(Storage.prototype, {getItem, setItem});
    }
  });
});
