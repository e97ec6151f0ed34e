import {Command} from 'commander';
import {CommandError, print, table} from './output.js';
import type {WithOperator} from './widget.js';

/** `aiw-server audit …` */
export function auditCommand(withOperator: WithOperator): Command {
  const audit = new Command('audit').description('what operators did');
  audit
    .command('list')
    .description('show it, newest first')
    .option('--limit <count>', 'at most so many', '100')
    .option('--json', 'print one JSON object')
    .action(async ({limit}: {limit: string}, command: Command) => {
      if (!/^[1-9]\d{0,6}$/.test(limit)) throw new CommandError('--limit takes a whole number.');
      const entries = await withOperator(({store}) => store.audit.list(Number(limit)));
      const rows = entries.map(({at, actor, action, widgetId, details}) => [
        ...[at, actor, action, widgetId ?? '-'],
        JSON.stringify(details),
      ]);
      print(command, {entries}, table([['AT', 'ACTOR', 'ACTION', 'WIDGET', 'DETAILS'], ...rows]));
    });
  return audit;
}
