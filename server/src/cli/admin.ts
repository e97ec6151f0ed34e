import {Command} from 'commander';
import {CommandError, print, table} from './output.js';
import type {WithOperator} from './widget.js';
import type {Config} from '../config.js';
import {ROLES, type Role} from '../domain/operators/operators.js';

interface CreateOptions {
  email: string;
  role: string;
  account?: string;
}

/**
 * `aiw-server admin …`
 *
 * @param baseUrl - Where the dashboard is, without a trailing slash.
 */
export function adminCommand(withOperator: WithOperator, baseUrl: () => string): Command {
  const admin = new Command('admin').description('people who use the dashboard');
  admin
    .command('create')
    .description('make a link with which somebody becomes an operator, within seven days')
    .requiredOption('--email <address>', 'who they are')
    .option('--role <role>', ROLES.join(', '), 'owner')
    .option('--account <name>', 'of a new account of this name; without it of the first one')
    .option('--json', 'print one JSON object')
    .action(async ({email, role, account}: CreateOptions, command: Command) => {
      const least = ROLES.find(one => one === role);
      if (!least) throw new CommandError(`--role takes one of ${ROLES.join(', ')}.`);
      if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new CommandError('--email takes an address.');
      const url = await link(withOperator, {email, role: least, account, baseUrl: baseUrl()});
      print(command, {email, role, url}, [`They join here, once, within seven days:\n${url}`]);
    });
  admin
    .command('list')
    .description('show them')
    .option('--json', 'print one JSON object')
    .action(async (_options: object, command: Command) => {
      const people = await withOperator(async ({store}) => {
        const {id} = await store.operators.firstAccount();
        return store.operators.people(id);
      });
      const rows = people.map(({name, email, role, joinedAt}) => [email, name, role, joinedAt]);
      print(command, {people}, table([['EMAIL', 'NAME', 'ROLE', 'JOINED'], ...rows]));
    });
  return admin;
}

function link(
  withOperator: WithOperator,
  {
    email,
    role,
    account,
    baseUrl,
  }: {email: string; role: Role; account: string | undefined; baseUrl: string},
): Promise<string> {
  return withOperator(async ({store: {operators}, invitations, audit}) => {
    const {id} = account ? await operators.createAccount(account) : await operators.firstAccount();
    const {token} = await invitations.invite(id, role, {email, audit});
    return `${baseUrl}/dashboard/join#${token}`;
  });
}

/** Where the dashboard of this configuration is. */
export function dashboardUrl({publicUrl, port}: Pick<Config, 'publicUrl' | 'port'>): string {
  return publicUrl ?? `http://localhost:${port}`;
}
