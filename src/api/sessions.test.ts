import {expect} from '@open-wc/testing';
import {FakeBackend, refusal} from '../../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../../testing/fake-backend/responses.js';
import {consoleLines} from '../../testing/harness/console-lines.js';
import type {CaptureRequest, Engagement} from '../contract/index.js';
import {Resolver} from './resolver.js';
import {captureSender, Sessions} from './sessions.js';

const ENGAGEMENT: Engagement = {
  opened_by: 'gesture',
  pointer_events: 3,
  key_events: 0,
  scroll_events: 1,
  touch_events: 0,
  dwell_ms: 1_200,
};
const CAPTURE: CaptureRequest = {
  id: 'c1',
  kind: 'email',
  value: 'jane@example.com',
  source: 'agent_asked',
  prefilled: false,
};

describe('a session', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  beforeEach(() => {
    backend = new FakeBackend().install();
    said = consoleLines();
  });
  afterEach(() => {
    backend.restore();
    said.restore();
  });
  const sessions = (visitorToken?: string, locale?: string) =>
    new Sessions(new Resolver(backend.url, widgetToken()), () => ({
      engagement: ENGAGEMENT,
      visitorToken,
      locale,
    }));

  it('is asked for with the challenge, what the visitor did, and the page', async () => {
    await sessions('jwt', 'de').createSession('voice');
    expect(backend.bodies('sessions')).to.deep.equal([
      {
        token: widgetToken(),
        challenge: 'challenge-1',
        engagement: ENGAGEMENT,
        mode: 'voice',
        visitor_token: 'jwt',
        page: {url: location.href, title: document.title, referrer: document.referrer},
        locale: 'de',
      },
    ]);
  });

  it('says nothing of a visitor that nobody has identified', async () => {
    await sessions().createSession('text');
    expect(backend.bodies('sessions')[0]).to.not.have.any.keys('visitor_token', 'locale');
  });

  describe('of a widget that asks for consent', () => {
    const given = {version: 'v1', agreed_at: '2030-01-01T00:00:00.000Z'};
    beforeEach(() => {
      backend.settings = {consent: {text: 'We keep what you say.', version: 'v1'}};
    });
    const consenting = (...answers: (typeof given | null)[]) =>
      new Sessions(new Resolver(backend.url, widgetToken()), async () => ({
        engagement: ENGAGEMENT,
        consent: answers.shift(),
      }));

    it('says what the visitor agreed to', async () => {
      await consenting(given).createSession('text');
      expect(backend.bodies('sessions')[0]?.consent).to.deep.equal(given);
    });

    it('is not even asked for without', async () => {
      const result = await consenting(null, null).createSession('voice');
      expect(result).to.include({ok: false, code: 'CONSENT_REQUIRED'});
      expect(backend.bodies('sessions')).to.deep.equal([]);
    });

    it('is asked for once more, by the settings of now, where the backend asks for another', async () => {
      backend.plan('sessions', refusal(403, {error: 'CONSENT_REQUIRED', message: 'Ask.'}));
      const later = {...given, version: 'v2'};
      expect((await consenting(given, later).createSession('text')).ok).to.be.true;
      expect(backend.requests.map(({route}) => route)).to.deep.equal([
        'resolve',
        'sessions',
        'resolve',
        'sessions',
      ]);
      expect(backend.bodies('sessions')[1]?.consent).to.deep.equal(later);
    });
  });

  it('has a challenge of its own, however many there are', async () => {
    const made = sessions();
    await made.createSession('text');
    await made.createSession('text');
    expect(backend.bodies('sessions').map(({challenge}) => challenge)).to.deep.equal([
      'challenge-1',
      'challenge-2',
    ]);
  });

  for (const error of ['CHALLENGE_USED', 'CHALLENGE_EXPIRED'] as const) {
    it(`is made by a fresh challenge after ${error}, without a word`, async () => {
      backend.plan('sessions', refusal(403, {error, message: 'Resolve again.'}));
      expect((await sessions().createSession('voice')).ok).to.be.true;
      expect(backend.bodies('sessions').map(({challenge}) => challenge)).to.deep.equal([
        'challenge-1',
        'challenge-2',
      ]);
      expect(said.lines).to.deep.equal([]);
    });

    it(`is given up after ${error} twice`, async () => {
      const message = `Resolve again (${error}).`;
      const answer = refusal(403, {error, message});
      backend.plan('sessions', answer, answer, answer);
      const result = await sessions().createSession('voice');
      expect(result).to.deep.include({ok: false, problem: 'refused', code: error});
      expect(backend.bodies('sessions')).to.have.length(2);
      expect(said.lines).to.deep.equal([`[aiw] 403 ${error} — ${message}`]);
    });
  }

  it('is not asked for twice where the challenge is no good at all', async () => {
    backend.plan('sessions', refusal(403, {error: 'CHALLENGE_INVALID', message: 'Same page.'}));
    await sessions().createSession('voice');
    expect(backend.bodies('sessions')).to.have.length(1);
  });

  it('waits as long as a server with all lines taken asks', async () => {
    backend.plan('sessions', refusal(503, {message: 'All lines are taken.'}, '12'));
    const result = await sessions().createSession('voice');
    expect(result).to.include({ok: false, problem: 'busy', retryAfterMs: 12_000});
  });

  it('starts with a bad visitor token too, and says what is wrong with it', async () => {
    const message = 'exp is in the past. Mint the token on demand.';
    backend.session = {visitorTokenError: {error: 'TOKEN_EXPIRED', message}};
    const result = await sessions('old').createSession('voice');
    expect(result.ok).to.be.true;
    expect(said.lines).to.deep.equal([`[aiw:identity] TOKEN_EXPIRED: ${message}`]);
  });
});

describe('a capture', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  beforeEach(() => {
    backend = new FakeBackend().install();
    said = consoleLines();
  });
  afterEach(() => {
    backend.restore();
    said.restore();
  });
  const send = () => captureSender(backend.url)(CAPTURE, 's/1', 'secret');

  it('goes to its session, by the session’s own token', async () => {
    expect((await send()).ok).to.be.true;
    const [request] = backend.requests;
    expect(request?.url).to.equal('https://backend.test/api/sessions/s%2F1/captures');
    expect(request?.authorization).to.equal('Bearer secret');
    expect(request?.body).to.deep.equal(CAPTURE);
  });

  for (const status of [400, 401, 404, 413, 422]) {
    it(`is refused for good by ${status}, which the developer is told`, async () => {
      backend.plan('captures', refusal(status, {message: `No, by ${status}.`}));
      expect(await send()).to.include({ok: false, refused: true});
      expect(said.lines).to.deep.equal([`[aiw] ${status} — No, by ${status}.`]);
    });
  }

  for (const answer of ['unreachable', {status: 429}, {status: 500}, {status: 503}] as const) {
    it(`may be sent again after ${JSON.stringify(answer)}`, async () => {
      backend.plan('captures', answer);
      const result = await send();
      expect(result.ok).to.be.false;
      expect(result).to.not.have.property('refused');
    });
  }
});
