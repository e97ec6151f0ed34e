/** A phone call on the visitor's device, which takes the sound from a page (§9.1). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor} from '../testing/journey/visitor.js';

let server: ServerProcess;
let visitor: Visitor;
before(async () => (server = await ServerProcess.start()));
after(() => server.close());
afterEach(() => visitor.leave());

const arrive = async () => {
  visitor = await Visitor.arrive(server.url, {script: phone});
  await visitor.tapOrb();
  await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
};

/** A phone call: the system stops every audio context, and no script may start one meanwhile. */
function phone(): void {
  const phoneCall = {isOn: false, contexts: [] as AudioContext[]};
  Object.assign(window, {phoneCall});
  const {resume} = AudioContext.prototype;
  AudioContext.prototype.resume = function (this: AudioContext) {
    if (!phoneCall.contexts.includes(this)) phoneCall.contexts.push(this);
    const refused = new DOMException('The device is busy', 'InvalidStateError');
    return phoneCall.isOn ? Promise.reject(refused) : resume.call(this);
  };
}

describe('a phone call in mid-call', {timeout: 60_000}, () => {
  const rings = (isOn: boolean) =>
    visitor.page.evaluate(async on => {
      const {phoneCall} = window as unknown as {
        phoneCall: {isOn: boolean; contexts: AudioContext[]};
      };
      phoneCall.isOn = on;
      if (on) for (const context of phoneCall.contexts) await context.suspend();
    }, isOn);
  const states = () =>
    visitor.page.evaluate(() =>
      (window as unknown as {phoneCall: {contexts: AudioContext[]}}).phoneCall.contexts.map(
        ({state}) => state,
      ),
    );

  it('is told in words, and one tap brings the conversation back', async () => {
    await arrive();
    await rings(true);
    await visitor.sees(visitor.panel.getByText('Your device has paused the sound'));
    await rings(false);
    await visitor.presses('Go on');
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    await until(
      async () => (await states()).join() === 'running',
      () => 'The sound is not back.',
    );
    assert.equal(await visitor.panel.getByText('Your device has paused').count(), 0);
    await visitor.types('Hello');
    await visitor.hears('transcript', ({role, text}) => role === 'visitor' && text === 'Hello');
  });

  it('that leaves the page free to sound again needs no tap', async () => {
    await arrive();
    await visitor.page.evaluate(() =>
      (
        window as unknown as {phoneCall: {contexts: AudioContext[]}}
      ).phoneCall.contexts[0]?.suspend(),
    );
    await until(
      async () => (await states()).join() === 'running',
      () => 'The sound is not back.',
    );
    assert.equal(await visitor.panel.getByText('Your device has paused').count(), 0);
  });
});
