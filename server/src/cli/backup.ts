import {resolve} from 'node:path';
import {Command} from 'commander';
import {CommandError, print} from './output.js';
import {loadConfig} from '../config.js';
import {backUp} from '../store/backup.js';

/** `aiw-server backup FILE` */
export function backupCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('backup')
    .argument('<file>', 'where to; must not be there yet')
    .description('copy the database into a file, also while the server runs')
    .option('--force', 'replace a file that is there')
    .option('--json', 'print one JSON object')
    .action((file: string, {force}: {force?: boolean}, command: Command) => {
      const {dataDir, databaseUrl} = loadConfig(env);
      if (databaseUrl !== null) {
        throw new CommandError(
          'The data is in Postgres: back it up with its own means, such as pg_dump or pg_basebackup.',
        );
      }
      const target = resolve(file);
      backUp(dataDir, target, {force: force === true});
      print(command, {file: target}, [
        `Written to ${target}. Keep the key apart from it: master.key, or AIW_MASTER_KEY.`,
      ]);
    });
}
