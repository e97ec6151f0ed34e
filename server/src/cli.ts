#!/usr/bin/env node
import {runCommandLine} from './cli/run.js';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  stdout: text => void process.stdout.write(text),
  stderr: text => void process.stderr.write(text),
});
