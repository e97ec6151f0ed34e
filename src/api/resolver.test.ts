import {expect} from '@open-wc/testing';
import {FakeBackend, refusal} from '../../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../../testing/fake-backend/responses.js';
import {consoleLines} from '../../testing/harness/console-lines.js';
import {post} from './post.js';
import {Resolver} from './resolver.js';

describe('what the widget asks of its backend', () => {
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
  const resolver = () => new Resolver(`${backend.url}//`, widgetToken());

  it('is asked at the backend’s address, without the slashes it was written with', async () => {
    await resolver().resolve();
    expect(backend.requests.map(({url}) => url)).to.deep.equal([
      'https://backend.test/api/widget/resolve',
    ]);
    expect(backend.bodies('resolve')).to.deep.equal([{token: widgetToken()}]);
  });

  it('is asked once while its challenge is good, however many want to know', async () => {
    const asked = resolver();
    const [first, second] = await Promise.all([asked.resolve(), asked.resolve()]);
    expect(second).to.equal(first);
    await asked.resolve();
    expect(backend.requests).to.have.length(1);
  });

  it('is asked again once the challenge is taken', async () => {
    const asked = resolver();
    await asked.resolve();
    expect(asked.takeChallenge()).to.equal('challenge-1');
    expect(asked.takeChallenge()).to.equal('');
    await asked.resolve();
    expect(asked.takeChallenge()).to.equal('challenge-2');
  });

  it('is asked again where the challenge is about to end', async () => {
    const expiresAt = new Date(Date.now() + 9_000).toISOString();
    backend.settings = {challenge: {value: 'old', expiresAt}};
    const asked = resolver();
    await asked.resolve();
    backend.settings = {};
    await asked.resolve();
    expect(asked.takeChallenge()).to.equal('challenge-2');
  });

  it('is asked once at a time where the backend is away, and again the next time', async () => {
    backend.plan('resolve', 'unreachable');
    const answers: boolean[] = [];
    const asked = new Resolver(backend.url, widgetToken(), ({ok}) => answers.push(ok));
    const both = await Promise.all([asked.resolve(), asked.resolve()]);
    expect(both.map(({ok}) => ok)).to.deep.equal([false, false]);
    expect(backend.requests).to.have.length(1);
    expect((await asked.resolve()).ok).to.be.true;
    expect(answers, 'every answer is told once').to.deep.equal([false, true]);
  });

  it('is explained to the developer in one line with cause and fix', async () => {
    const message = 'This page is not on acme.com. Change the widget’s domain.';
    const answer = refusal(403, {error: 'ORIGIN_NOT_ALLOWED', message});
    backend.plan('resolve', answer, answer);
    await resolver().resolve();
    await resolver().resolve();
    expect(said.lines).to.deep.equal([`[aiw] 403 ORIGIN_NOT_ALLOWED — ${message}`]);
  });

  it('names the server where none answers', async () => {
    const elsewhere = new FakeBackend('https://away.test').install();
    elsewhere.plan('resolve', 'unreachable');
    await new Resolver(elsewhere.url, widgetToken()).resolve();
    elsewhere.restore();
    expect(said.lines).to.have.length(1);
    expect(said.lines[0]).to.match(
      /^\[aiw\] No connection — No answer from https:\/\/away\.test\. /,
    );
    expect(said.lines[0]).to.contain('data-backend-url');
  });
});

describe('a failed request', () => {
  let backend: FakeBackend;
  beforeEach(() => {
    backend = new FakeBackend().install();
  });
  afterEach(() => backend.restore());

  const cases = [
    [401, undefined, 'unknown-token'],
    [401, 'ORIGIN_REQUIRED', 'origin'],
    [403, 'ORIGIN_NOT_ALLOWED', 'origin'],
    [403, 'ENGAGEMENT_REQUIRED', 'refused'],
    [409, undefined, 'not-live'],
    [413, undefined, 'refused'],
    [429, undefined, 'rate-limited'],
    [500, undefined, 'unreachable'],
    [503, undefined, 'busy'],
  ] as const;
  for (const [status, error, problem] of cases) {
    it(`with ${status} ${error ?? 'and no code'} is "${problem}" to the visitor`, async () => {
      backend.plan('resolve', refusal(status, {error, message: 'Do this.'}));
      const result = await post(backend.url, '/api/widget/resolve', {});
      expect(result).to.deep.include({ok: false, problem, status, message: 'Do this.'});
    });
  }

  it('waits as long as Retry-After says, and not at all by a date', async () => {
    backend.plan('resolve', refusal(503, {message: 'Wait.'}, '7'));
    backend.plan('resolve', refusal(503, {message: 'Wait.'}, 'Fri, 01 Jan 2027 00:00:00 GMT'));
    const ask = () => post(backend.url, '/api/widget/resolve', {});
    expect(await ask()).to.include({retryAfterMs: 7_000});
    expect(await ask()).to.include({retryAfterMs: undefined});
  });

  it('has a sentence even where a proxy answered with a page of its own', async () => {
    backend.plan('resolve', {status: 502, body: 'Bad Gateway'});
    const result = await post(backend.url, '/api/widget/resolve', {});
    expect(result).to.include({problem: 'unreachable', message: 'The server answered 502.'});
  });
});
