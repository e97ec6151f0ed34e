import {expect} from '@open-wc/testing';
import {consoleLines} from '../../testing/harness/console-lines.js';
import type {MicrophoneProblem} from '../call/ports.js';
import {explainMicrophone, findObstacle, problemOf} from './microphone-problem.js';

/** Gives an object another property for as long as `act` takes. */
async function having<T>(
  target: object,
  name: string,
  value: unknown,
  act: () => T | Promise<T>,
): Promise<T> {
  Object.defineProperty(target, name, {configurable: true, value});
  try {
    return await act();
  } finally {
    Reflect.deleteProperty(target, name);
  }
}
const forbidding = {allowsFeature: () => false};
const answering = (state: string) => ({query: () => Promise.resolve({state})});
const thrown = (name: string) => new DOMException('No', name);

describe('what is in the way of the microphone', () => {
  it('is nothing on a secure page that allows it', () => {
    expect(findObstacle()).to.equal(null);
  });

  it('is plain HTTP where there is no API', async () => {
    expect(await having(navigator, 'mediaDevices', undefined, findObstacle)).to.equal('insecure');
  });

  it('is the page’s own header', async () => {
    expect(await having(document, 'featurePolicy', forbidding, findObstacle)).to.equal('policy');
  });

  it('is nothing where the browser does not tell of headers', async () => {
    expect(await having(document, 'featurePolicy', undefined, findObstacle)).to.equal(null);
  });
});

describe('a refused microphone', () => {
  const cases: readonly [name: string, state: string, problem: MicrophoneProblem][] = [
    ['NotAllowedError', 'denied', 'denied'],
    ['NotAllowedError', 'prompt', 'dismissed'],
    ['SecurityError', 'denied', 'denied'],
    ['NotFoundError', 'granted', 'missing'],
    ['OverconstrainedError', 'granted', 'missing'],
    ['NotReadableError', 'granted', 'busy'],
    ['AbortError', 'granted', 'busy'],
    ['TypeError', 'granted', 'unknown'],
  ];
  for (const [name, state, problem] of cases) {
    it(`by ${name} with the permission at "${state}" is ${problem}`, async () => {
      const named = () => problemOf(thrown(name));
      expect(await having(navigator, 'permissions', answering(state), named)).to.equal(problem);
    });
  }

  it('is the header’s doing where that forbids it', async () => {
    const named = () => problemOf(thrown('NotAllowedError'));
    expect(await having(document, 'featurePolicy', forbidding, named)).to.equal('policy');
  });

  it('is denied where the browser does not tell of permissions', async () => {
    const named = () => problemOf(thrown('NotAllowedError'));
    expect(await having(navigator, 'permissions', undefined, named)).to.equal('denied');
  });

  it('is unknown where something else was thrown', async () => {
    expect(await problemOf(new TypeError('?'))).to.equal('unknown');
  });
});

describe('the console’s line for a microphone problem', () => {
  const beginnings: Readonly<Record<MicrophoneProblem, string>> = {
    insecure:
      'Microphone API is not available on this page. Most common cause: the page is served over plain HTTP. ',
    policy: "Microphone blocked by this page's Permissions-Policy header. ",
    frame: "Microphone blocked by this page's Permissions-Policy header. ",
    denied: 'getUserMedia denied (NotAllowedError)',
    dismissed: 'getUserMedia denied (NotAllowedError)',
    missing: 'No microphone hardware available',
    busy: 'Microphone exists but is in use by another application',
    lost: 'The microphone was disconnected',
    unknown: 'The microphone could not be opened',
  };
  for (const [problem, beginning] of Object.entries(beginnings)) {
    it(`names ${problem} in the documentation’s words, once`, () => {
      const {lines, restore} = consoleLines();
      explainMicrophone(problem as MicrophoneProblem);
      explainMicrophone(problem as MicrophoneProblem);
      restore();
      expect(lines).to.have.length(1);
      expect(lines[0]?.startsWith(`[aiw:mic] ${beginning}`), lines[0]).to.be.true;
    });
  }
});
