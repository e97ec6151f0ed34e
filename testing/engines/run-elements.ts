/** Runs the element tests in Firefox and WebKit, one after the other: `npm run test:browsers`. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {chosenEngines} from './chosen.js';
import {left} from './left-out.js';

const runner = join(dirname(createRequire(import.meta.url).resolve('@web/test-runner')), 'bin.js');

// In Chromium they run with every `npm test`.
for (const {name} of chosenEngines().filter(kind => kind.name !== 'Chromium')) {
  console.log(`Elements in ${name}`);
  for (const {test, why} of left(name)) console.log(`  not “${test}”: ${why}`);
  const args = ['--import', 'tsx', runner, '--config', 'web-test-runner.engines.mjs'];
  const child = spawn(process.execPath, [...args, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...process.env, ENGINES: name.toLowerCase()},
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) process.exitCode = 1;
}
