import {Command} from 'commander';
import {addLimits} from './limits.js';
import {addImport} from './import.js';
import {addRetention} from './retention.js';
import {addWebhook} from './webhook.js';
import {changesOf, settingsOf, type CreateOptions, type EditOptions} from './widget-settings.js';
import {CommandError, print, table} from './output.js';
import {timestamp} from '../domain/clock.js';
import {CAPTURE_KINDS} from './capture-kinds.js';
import type {WidgetRecord} from '../domain/widgets/widget-store.js';
import {dayOf, levelOf, type UsageStore} from '../domain/records/usage.js';
import type {Operator} from '../operator.js';

/** Runs a task on the opened data directory. */
export type WithOperator = <T>(task: (operator: Operator) => Promise<T>) => Promise<T>;

const APPEARANCE = [
  '--appearance <file>',
  'JSON object {accent?, colorScheme?, placement?, variant?, launcherLabel?}',
] as const;
const DISCLOSURE = ['--disclosure <text>', 'how visitors are told that an AI speaks'] as const;
const CONSENT = ['--consent <text>', 'what visitors agree to before their first call'] as const;
const CONSENT_URL = ['--consent-url <url>', 'page that says more of it'] as const;

/** `aiw-server widget …` */
export function widgetCommand(withOperator: WithOperator): Command {
  const widget = new Command('widget').description('make and change widgets');
  widget
    .command('create')
    .description('make a widget')
    .requiredOption('--domain <domain>', 'registrable domain of the site, such as acme.com')
    .requiredOption('--page-url <url>', 'page on which the widget will stand')
    .option('--name <name>', 'name in lists')
    .option('--live', 'publish it at once')
    .option('--identity', 'believe signed visitor tokens')
    .option('--triggers <file>', 'JSON list of triggers')
    .option('--navigation <file>', 'JSON object {enabled, targets, site?}')
    .option('--knowledge <file>', 'Markdown that the agent answers from')
    .option(
      '--suggestion <text>',
      'question to offer first, up to 80 characters; up to four, once for each',
      (text: string, before: string[] = []) => [...before, text],
    )
    .option('--modes <modes>', 'voice, text or both', 'voice,text')
    .option('--push-to-talk', 'visitors are heard only while they hold the talk button')
    .option('--start-muted', 'calls begin with the microphone muted')
    .option('--capture <kinds>', 'email, phone, name, or none', CAPTURE_KINDS.join(','))
    .option(...APPEARANCE)
    .option(...DISCLOSURE)
    .option(...CONSENT)
    .option(...CONSENT_URL)
    .option('--json', 'print one JSON object')
    .action((options: CreateOptions, command: Command) => create(options, command, withOperator));
  addEditing(widget, withOperator);
  addReading(widget, withOperator);
  addChanges(widget, withOperator);
  addLimits(widget, withOperator);
  addImport(widget, withOperator);
  addRetention(widget, withOperator);
  addWebhook(widget, withOperator);
  return widget;
}

async function create(
  options: CreateOptions,
  command: Command,
  withOperator: WithOperator,
): Promise<void> {
  const settings = settingsOf(options);
  const made = await withOperator(({widgets}) =>
    widgets.create(settings, {live: options.live === true}),
  );
  print(command, made, [
    `Widget  ${made.id}`,
    `Token   ${made.token}`,
    `Secret  ${made.secret}`,
    options.live
      ? 'It is live.'
      : `It is a draft: publish it with aiw-server widget publish ${made.id}`,
  ]);
}

function addEditing(widget: Command, withOperator: WithOperator): void {
  widget
    .command('edit <id>')
    .description(
      'change the look, and what visitors are told and asked, in the draft; "" takes a text away',
    )
    .option(...APPEARANCE)
    .option(...DISCLOSURE)
    .option(...CONSENT)
    .option(...CONSENT_URL)
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: EditOptions, command: Command) => {
      const changes = changesOf(options);
      if (Object.keys(changes).length === 0) {
        throw new CommandError('Say what to change: --appearance, --disclosure or --consent.');
      }
      const isSaved = await withOperator(({widgets}) => widgets.edit(id, changes));
      if (!isSaved) throw unknownWidget(id);
      print(command, {id}, [`Saved. Make it live with aiw-server widget publish ${id}`]);
    });
}

function addReading(widget: Command, withOperator: WithOperator): void {
  widget
    .command('list')
    .description('show all widgets')
    .option('--json', 'print one JSON object')
    .action(async (_options: object, command: Command) => {
      const widgets = (await withOperator(operator => operator.widgets.list())).map(summary);
      const rows = widgets.map(({id, status, domain, name}) => [id, status, domain, name]);
      print(command, {widgets}, table([['ID', 'STATUS', 'DOMAIN', 'NAME'], ...rows]));
    });
  widget
    .command('show <id>')
    .description('show one widget with its draft settings')
    .option('--json', 'print one JSON object')
    .action(async (id: string, _options: object, command: Command) => {
      const found = await withOperator(async ({widgets, store}) => {
        const record = await widgets.find(id);
        return record && {record, usage: await usageOf(record, store.usage)};
      });
      if (!found) throw unknownWidget(id);
      const {record, usage} = found;
      const {createdAt, settings, previousSecret, retention, webhook} = record;
      const kept = previousSecret && {previousSecretUntil: previousSecret.until};
      const shown = {
        ...{...summary(record), createdAt, ...kept, usage, retention},
        ...(webhook && {webhook: {host: new URL(webhook.url).host}}),
        settings,
      };
      print(command, shown, [JSON.stringify(shown, null, 2)]);
    });
}

function addChanges(widget: Command, withOperator: WithOperator): void {
  const change = (
    name: string,
    description: string,
    run: (
      operator: Operator,
      id: string,
      options: {grace?: string},
    ) => Promise<Record<string, string> | null>,
  ) =>
    widget
      .command(`${name} <id>`)
      .description(description)
      .option('--json', 'print one JSON object')
      .action(async (id: string, options: {grace?: string}, command: Command) => {
        const outcome = await withOperator(operator => run(operator, id, options));
        if (!outcome) throw unknownWidget(id);
        print(command, {id, ...outcome}, Object.values(outcome));
      });
  change('publish', 'make the draft live', async ({widgets}, id) =>
    (await widgets.publish(id)) ? {status: 'live'} : null,
  );
  change('pause', 'take it off the air', async ({widgets}, id) =>
    (await widgets.pause(id)) ? {status: 'paused'} : null,
  );
  change('rotate-secret', 'give it a new secret', async ({widgets}, id, {grace = '0'}) => {
    const keepUntil = graceEnd(grace, Date.now());
    const secret = await widgets.rotateSecret(id, keepUntil);
    return secret === null ? null : {secret, ...(keepUntil && {previousUntil: keepUntil})};
  }).option('--grace <hours>', 'believe tokens signed with the old one for so long', '0');
  change('reveal-secret', 'show its secret', async ({widgets}, id) => {
    const secret = await widgets.reveal(id);
    return secret === null ? null : {secret};
  });
  change('rotate-token', 'give it a new public token', async ({widgets}, id) => {
    const token = await widgets.rotateToken(id);
    return token === null ? null : {token};
  });
}

/** When a grace of some hours is over; null: there is none. */
function graceEnd(hours: string, now: number): string | null {
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(hours)) {
    throw new CommandError('--grace takes a number of hours, from 0 to 999.');
  }
  return Number(hours) > 0 ? timestamp(now + Number(hours) * 3_600_000) : null;
}

/** Today's use; `level` is `warning` where most of a day's minutes are used, `stop` where all are. */
async function usageOf({id, settings: {limits}}: WidgetRecord, store: UsageStore) {
  const day = dayOf(Date.now());
  const seconds = await store.seconds(id, day);
  const {minutesPerDay} = limits;
  const level = levelOf(seconds, minutesPerDay);
  return {day, minutes: Math.round(seconds / 6) / 10, ...(minutesPerDay && {minutesPerDay}), level};
}

function summary({id, token, status, settings}: WidgetRecord) {
  return {id, token, status, name: settings.name, domain: settings.domain};
}

function unknownWidget(id: string): CommandError {
  return new CommandError(`There is no widget ${id}. See aiw-server widget list.`);
}
