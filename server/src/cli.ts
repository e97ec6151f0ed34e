#!/usr/bin/env node
import {CommandError} from './cli-output.js';
import {createProgram} from './cli-program.js';
import type {WithOperator} from './cli-widget.js';
import {ConfigError, loadConfig} from './config.js';
import {KeyError} from './domain/keys.js';
import {SettingsError} from './domain/settings.js';
import {BackupError} from './store/backup.js';
import {DatabaseError} from './store/postgres.js';
import {commandLineActor, openOperator} from './operator.js';

const withOperator: WithOperator = async task => {
  const operator = await openOperator(loadConfig(process.env), commandLineActor());
  try {
    return await task(operator);
  } finally {
    await operator.store.close();
  }
};

/** Loaded for this command only: the others are to be quick. */
async function startServing(): Promise<void> {
  const {serve} = await import('./serve.js');
  await serve();
}

createProgram(withOperator, startServing)
  .parseAsync()
  .catch((error: unknown) => {
    const expected = [BackupError, CommandError, ConfigError, DatabaseError, KeyError];
    const isExpected = [...expected, SettingsError].some(kind => error instanceof kind);
    process.stderr.write(
      `${isExpected ? (error as Error).message : String((error as Error).stack ?? error)}\n`,
    );
    process.exitCode = 1;
  });
