import type {Command} from 'commander';
import {CommandError, print} from './output.js';
import type {WithOperator} from './widget.js';
import type {CallLimits} from '../domain/widgets/widget.js';

/** Options of `widget limits`, by what they set. */
const NUMBERS = {
  maxCallSeconds: 'seconds after which a call is ended',
  idleSeconds: 'seconds of silence after which a call is ended',
  callsAtOnce: 'calls of the widget at once, or none',
  callsPerAddress: 'calls of one address at once, or none',
  minutesPerDay: 'minutes of talk a day in UTC, or none',
} as const;

type Options = Partial<Record<keyof typeof NUMBERS | 'localhost', string>>;

/** `aiw-server widget limits ID …` */
export function addLimits(widget: Command, withOperator: WithOperator): void {
  const command = widget
    .command('limits <id>')
    .description('show or change the limits of its draft');
  for (const [name, meaning] of Object.entries(NUMBERS)) {
    const flag = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
    command.option(`--${flag} <number>`, meaning);
  }
  command
    .option('--localhost <on|off>', "whether pages of the visitor's own machine may use it")
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: Options, self: Command) => {
      const changes = changesOf(options);
      const limits = await withOperator(async ({widgets}) => {
        if (Object.keys(changes).length > 0) await widgets.limit(id, changes);
        return (await widgets.find(id))?.settings.limits;
      });
      if (!limits) throw new CommandError(`There is no widget ${id}. See aiw-server widget list.`);
      print(self, {id, limits}, [
        ...Object.entries(limits).map(([name, value]) => `${name}  ${String(value)}`),
        `In force once published: aiw-server widget publish ${id}`,
      ]);
    });
}

function changesOf({localhost, ...options}: Options): Partial<CallLimits> {
  const changes: Partial<CallLimits> = {};
  for (const name of Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]) {
    const value = options[name];
    if (value === undefined) continue;
    const isRequired = name === 'maxCallSeconds' || name === 'idleSeconds';
    if (!/^\d{1,9}$/.test(value) && (isRequired || value !== 'none')) {
      throw new CommandError(`${name} takes a whole number${isRequired ? '' : ' or none'}.`);
    }
    Object.assign(changes, {[name]: value === 'none' ? undefined : Number(value)});
  }
  if (localhost === undefined) return changes;
  if (localhost !== 'on' && localhost !== 'off') {
    throw new CommandError('--localhost takes on or off.');
  }
  return {...changes, allowLocalhost: localhost === 'on'};
}
