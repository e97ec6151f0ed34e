import {Command} from 'commander';
import {adminCommand, dashboardUrl} from './admin.js';
import {auditCommand} from './audit.js';
import {leadsCommand} from './leads.js';
import {backupCommand} from './backup.js';
import {CommandError, print, table} from './output.js';
import {webhooksCommand} from './webhook.js';
import {widgetCommand, type WithOperator} from './widget.js';
import {loadConfig} from '../config.js';

/** The command line, with what opens the data directory, and the environment it is in. */
export function createProgram(withOperator: WithOperator, env: NodeJS.ProcessEnv): Command {
  return new Command('aiw-server')
    .description('The self-hosted server of aiw-voice-widget')
    .addCommand(new Command('serve').description('start the server').action(startServing))
    .addCommand(widgetCommand(withOperator))
    .addCommand(capturesCommand(withOperator))
    .addCommand(leadsCommand(withOperator))
    .addCommand(sessionsCommand(withOperator))
    .addCommand(visitorCommand(withOperator))
    .addCommand(webhooksCommand(withOperator))
    .addCommand(backupCommand(env))
    .addCommand(auditCommand(withOperator))
    .addCommand(adminCommand(withOperator, () => dashboardUrl(loadConfig(env))));
}

/** A command and those below it, at any depth. */
export const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Loaded for this command only: the others are to be quick. */
async function startServing(): Promise<void> {
  const {serve} = await import('../serve.js');
  await serve();
}

function capturesCommand(withOperator: WithOperator): Command {
  const captures = new Command('captures').description('contact details that visitors left');
  captures
    .command('list')
    .description('show them, oldest first')
    .option('--session <id>', 'of one session')
    .option('--json', 'print one JSON object')
    .action(async ({session}: {session?: string}, command: Command) => {
      const list = await withOperator(({store}) => store.captures.list(session));
      const rows = list.map(({createdAt, kind, value, sessionId}) => [
        createdAt,
        kind,
        value,
        sessionId,
      ]);
      print(command, {captures: list}, table([['AT', 'KIND', 'VALUE', 'SESSION'], ...rows]));
    });
  return captures;
}

function sessionsCommand(withOperator: WithOperator): Command {
  const sessions = new Command('sessions').description('conversations');
  sessions
    .command('list')
    .description('show them, newest first')
    .option('--limit <count>', 'at most so many', '100')
    .option('--json', 'print one JSON object')
    .action(async ({limit}: {limit: string}, command: Command) => {
      if (!/^[1-9]\d{0,6}$/.test(limit)) throw new CommandError('--limit takes a whole number.');
      const list = await withOperator(({store}) => store.sessions.list(Number(limit)));
      const rows = list.map(({id, startedAt, mode, origin, endReason}) => [
        id,
        startedAt,
        mode,
        endReason ?? 'live',
        origin,
      ]);
      print(
        command,
        {sessions: list},
        table([['ID', 'STARTED', 'MODE', 'ENDED', 'ORIGIN'], ...rows]),
      );
    });
  sessions
    .command('show <id>')
    .description('show one with its transcript')
    .option('--json', 'print one JSON object')
    .action(async (id: string, _options: object, command: Command) => {
      const session = await withOperator(({store}) => store.sessions.details(id));
      if (!session)
        throw new CommandError(`There is no session ${id}. See aiw-server sessions list.`);
      print(command, session, [JSON.stringify(session, null, 2)]);
    });
  return sessions;
}

function visitorCommand(withOperator: WithOperator): Command {
  const visitor = new Command('visitor').description('what is kept about one visitor');
  visitor
    .command('erase')
    .description('remove their contact details, transcripts and claims; counts stay')
    .option('--email <address>', 'who left or brought this address')
    .option('--sub <id>', "your own site's id of the visitor")
    .option('--json', 'print one JSON object')
    .action(async ({email, sub}: {email?: string; sub?: string}, command: Command) => {
      if ((email === undefined) === (sub === undefined)) {
        throw new CommandError('Name the visitor by either --email or --sub.');
      }
      const query = email === undefined ? {sub: sub ?? ''} : {email};
      const erased = await withOperator(async ({store, audit}) => {
        const counts = await store.visitors.erase(query);
        await audit('visitor.erase', null, {by: email === undefined ? 'sub' : 'email', ...counts});
        return counts;
      });
      print(command, {erased}, [
        `Erased ${erased.captures} captures and ${erased.turns} turns of ${erased.sessions} sessions.`,
      ]);
    });
  return visitor;
}
