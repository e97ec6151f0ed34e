import {expect} from '@open-wc/testing';
import {FakeBackend, refusal} from '../../testing/fake-backend/fake-backend.js';
import {sessionResponse} from '../../testing/fake-backend/responses.js';
import {consoleLines} from '../../testing/harness/console-lines.js';
import {feedbackSender} from './feedback.js';

describe('feedback by HTTP', () => {
  let backend: FakeBackend;
  let console: ReturnType<typeof consoleLines>;
  beforeEach(() => {
    backend = new FakeBackend().install();
    console = consoleLines();
  });
  afterEach(() => {
    backend.restore();
    console.restore();
  });
  const send = (feedback: Parameters<ReturnType<typeof feedbackSender>>[0]) =>
    feedbackSender(backend.url)(feedback, sessionResponse(backend.url));

  it('goes to its session with the session’s token', async () => {
    expect(await send({messageId: 'm1', rating: 1, comment: 'Too long'})).to.equal(true);
    expect(await send({rating: 5})).to.equal(true);
    expect(backend.bodies('feedback')).to.deep.equal([
      {message_id: 'm1', rating: 1, comment: 'Too long'},
      {rating: 5},
    ]);
    const [{url, authorization} = {url: '', authorization: ''}] = backend.requests;
    expect(url).to.equal(`${backend.url}/api/sessions/s1/feedback`);
    expect(authorization).to.equal('Bearer token-1');
  });

  it('is not stored where the backend refuses or is away, which the console explains', async () => {
    backend.plan('feedback', refusal(404, {message: 'There is no such message.'}), 'unreachable');
    expect(await send({messageId: 'gone', rating: 5})).to.equal(false);
    expect(await send({rating: 5})).to.equal(false);
    expect(console.lines[0]).to.contain('There is no such message.');
    expect(console.lines.join()).to.not.contain('gone');
  });
});
