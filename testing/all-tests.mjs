/**
 * Runs every suite of `npm test`, in two lanes beside each other.
 *
 * What a visitor says aloud is heard in real time, and leaves the processor idle half of the while:
 * it has a lane to itself. The other suites take what it leaves, and nothing else: on Linux they are
 * scheduled only where no other program wants to run, so that no word of the recording is lost to
 * them. The spoken lane's lines come when it has ended, so that no two suites mix theirs.
 */
import {spawn, spawnSync} from 'node:child_process';
import {constants, setPriority} from 'node:os';

const SPOKEN = 'test:spoken';
const SUITES = ['test:unit', 'test:server', 'test:elements', 'test:journeys'];

/** Scheduling policy of what runs where nothing else does (`man 7 sched`); a browser keeps it. */
const IDLE = ['chrt', '--idle', '0'];
const hasIdle = spawnSync(IDLE[0], [...IDLE.slice(1), 'true']).status === 0;

/**
 * Runs one suite; resolves with whether it passed, how long it took in seconds, and what it printed
 * if that was kept.
 */
function run(suite, {isKept = false, yields = false}) {
  const start = performance.now();
  const command = [...(yields && hasIdle ? IDLE : []), 'npm', 'run', '-s', suite];
  const child = spawn(command[0], command.slice(1), {
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
