import {Command} from 'commander';
import {CommandError, print, table, write} from './output.js';
import type {WithOperator} from './widget.js';
import {leadsAsCsv} from '../domain/records/leads.js';

/** `aiw-server leads …` */
export function leadsCommand(withOperator: WithOperator): Command {
  const leads = new Command('leads').description('contact details, one row a call');
  leads
    .command('list')
    .description('show them, newest call first')
    .option('--limit <count>', 'at most so many', '100')
    .option('--csv', 'print CSV')
    .option('--json', 'print one JSON object')
    .action(async ({limit, csv}: {limit: string; csv?: boolean}, command: Command) => {
      if (!/^[1-9]\d{0,6}$/.test(limit)) throw new CommandError('--limit takes a whole number.');
      const list = await withOperator(({store}) => store.leads.list(Number(limit)));
      if (csv) {
        write(command, leadsAsCsv(list));
        return;
      }
      const rows = list.map(({at, name, email, phone, sessionId}) =>
        [at, name, email, phone, sessionId].map(value => value ?? '-'),
      );
      const head = ['AT', 'NAME', 'EMAIL', 'PHONE', 'SESSION'];
      print(command, {leads: list}, table([head, ...rows]));
    });
  return leads;
}
