/**
 * Runs every suite of `npm test`, in two lanes beside each other.
 *
 * What is spoken happens in real time and leaves the processor idle half of the while: it has one
 * lane to itself. The other suites take what it leaves, at a lower priority. The spoken lane's lines
 * come when it has ended, so that no two suites mix theirs.
 */
import {spawn} from 'node:child_process';
import {constants, setPriority} from 'node:os';

const SPOKEN = 'test:spoken';
const SUITES = ['test:unit', 'test:server', 'test:elements', 'test:journeys'];

/**
 * Runs one suite; resolves with whether it passed, how long it took in seconds, and what it printed
 * if that was kept.
 */
function run(suite, {isKept = false, yields = false}) {
  const start = performance.now();
  const child = spawn('npm', ['run', '-s', suite], {
    stdio: ['ignore', isKept ? 'pipe' : 'inherit', isKept ? 'pipe' : 'inherit'],
    shell: process.platform === 'win32',
  });
  if (child.pid && yields) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const kept = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => kept.push(data));
  return new Promise(resolve => {
    const end = passed => {
      const seconds = Math.round((performance.now() - start) / 1000);
      resolve({suite, passed, seconds, output: Buffer.concat(kept)});
    };
    child.on('error', () => end(false));
    child.on('close', code => end(code === 0));
  });
}

const spoken = run(SPOKEN, {isKept: true});
const results = [];
for (const suite of SUITES) {
  results.push(await run(suite, {yields: true}));
}
const last = await spoken;
process.stdout.write(last.output);
results.push(last);

for (const {suite, passed, seconds} of results) {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${suite}  ${seconds} s`);
}
process.exitCode = results.every(({passed}) => passed) ? 0 : 1;
