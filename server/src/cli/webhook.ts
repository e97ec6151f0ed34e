import {Command} from 'commander';
import {CommandError, print, table} from './output.js';
import type {WithOperator} from './widget.js';
import {timestamp} from '../domain/clock.js';

interface WebhookOptions {
  url?: string;
  off?: boolean;
  rotate?: boolean;
}

/** `aiw-server widget webhook ID …` */
export function addWebhook(widget: Command, withOperator: WithOperator): void {
  widget
    .command('webhook <id>')
    .description('have your own system told of captures and ended calls, signed')
    .option('--url <url>', 'where to')
    .option('--off', 'no more')
    .option('--rotate', 'give it a new signing secret')
    .option('--json', 'print one JSON object')
    .action(async (id: string, {url, off, rotate}: WebhookOptions, command: Command) => {
      if ([url, off, rotate].filter(given => given !== undefined).length !== 1) {
        throw new CommandError('Say what to do: --url URL, --off or --rotate.');
      }
      const secret = await withOperator(async ({widgets}) => {
        if (rotate) {
          const fresh = await widgets.rotateWebhookSecret(id);
          if (fresh === null) throw new CommandError(`Widget ${id} has no webhook: give it --url.`);
          return fresh;
        }
        const made = await widgets.setWebhook(id, url ?? null);
        if (!made) throw new CommandError(`There is no widget ${id}. See aiw-server widget list.`);
        return made.secret;
      });
      const isOn = secret !== null;
      print(command, {id, isOn, ...(isOn && {secret})}, [
        isOn
          ? `Signed with ${secret}\nVerify with any library of standardwebhooks.com.`
          : 'It is off. What still waits is not sent.',
      ]);
    });
}

/** `aiw-server webhooks …` */
export function webhooksCommand(withOperator: WithOperator): Command {
  const webhooks = new Command('webhooks').description('messages to your own systems');
  webhooks
    .command('list')
    .description('show them and what became of each, newest first')
    .option('--limit <count>', 'at most so many', '100')
    .option('--json', 'print one JSON object')
    .action(async ({limit}: {limit: string}, command: Command) => {
      if (!/^[1-9]\d{0,6}$/.test(limit)) throw new CommandError('--limit takes a whole number.');
      const deliveries = await withOperator(({store}) => store.outbox.list(Number(limit)));
      const rows = deliveries.map(({id, createdAt, type, attempts, deliveredAt, ...rest}) => [
        ...[id, createdAt, type, String(attempts), rest.lastAnswer ?? '-'],
        deliveredAt ? 'delivered' : rest.dueAt ? `due ${rest.dueAt}` : 'given up',
      ]);
      const head = ['ID', 'MADE', 'TYPE', 'TRIES', 'ANSWER', 'STATE'];
      print(command, {deliveries}, table([head, ...rows]));
    });
  webhooks
    .command('resend <id>')
    .description('send one again')
    .option('--json', 'print one JSON object')
    .action(async (id: string, _options: object, command: Command) => {
      await withOperator(async ({store, audit}) => {
        if (!(await store.outbox.resend(id, timestamp(Date.now())))) {
          throw new CommandError(
            `Message ${id} cannot be sent: it is not known, or its widget has no webhook. See aiw-server webhooks list.`,
          );
        }
        await audit('webhook.resend', null, {message: id});
      });
      print(command, {id}, ['It is sent again within seconds, by the running server.']);
    });
  return webhooks;
}
