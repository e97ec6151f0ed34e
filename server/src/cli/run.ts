import {CommanderError} from 'commander';
import {CommandError} from './output.js';
import {createProgram, withSubcommands} from './program.js';
import {ConfigError, loadConfig} from '../config.js';
import {KeyError} from '../domain/keys.js';
import {SettingsError} from '../domain/widgets/settings.js';
import {commandLineActor, openOperator} from '../operator.js';
import {BackupError} from '../store/backup.js';
import {DatabaseError} from '../store/postgres.js';

/** What a command reads beside its arguments, and where it prints. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/** What an operator can put right; printed without a stack trace. */
const EXPECTED = [BackupError, CommandError, ConfigError, DatabaseError, KeyError, SettingsError];

/** Runs one command; resolves with the code that its process exits with. */
export async function runCommandLine(
  args: readonly string[],
  {env, stdout, stderr}: Terminal,
): Promise<number> {
  const program = createProgram(async task => {
    const operator = await openOperator(loadConfig(env), commandLineActor());
    try {
      return await task(operator);
    } finally {
      await operator.store.close();
    }
  }, env);
  for (const command of withSubcommands(program)) {
    command.configureOutput({writeOut: stdout, writeErr: stderr}).exitOverride();
  }
  try {
    await program.parseAsync(args, {from: 'user'});
    return 0;
  } catch (error) {
    // Commander has printed its own already.
    if (error instanceof CommanderError) return error.exitCode;
    const isExpected = EXPECTED.some(kind => error instanceof kind);
    const {message, stack} = error instanceof Error ? error : new Error(String(error));
    stderr(`${isExpected ? message : (stack ?? message)}\n`);
    return 1;
  }
}
