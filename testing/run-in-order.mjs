/**
 * `node --test` by its function: in the order given, which the command changes.
 *
 * `node [OPTIONS] run-in-order.mjs JOBS FILE…`; a file's process gets the same options.
 */
import {run} from 'node:test';
import {spec, tap} from 'node:test/reporters';

const [jobs, ...files] = process.argv.slice(2);
run({files, concurrency: Number(jobs)})
  .on('test:fail', () => {
    process.exitCode = 1;
  })
  .compose(process.stdout.isTTY ? new spec() : tap)
  .pipe(process.stdout);
