import type {Command} from 'commander';
import {CommandError, print} from './output.js';
import type {WithOperator} from './widget.js';
import type {Retention} from '../domain/records/retention.js';

interface Options {
  transcripts?: string;
  captures?: string;
}

/** `aiw-server widget retention ID …` */
export function addRetention(widget: Command, withOperator: WithOperator): void {
  widget
    .command('retention <id>')
    .description('show or change for how long words and contact details are kept; in force at once')
    .option('--transcripts <days>', 'days after a call, or forever')
    .option('--captures <days>', 'days after a call, or forever')
    .option('--json', 'print one JSON object')
    .action(async (id: string, options: Options, command: Command) => {
      const changes = {
        ...(options.transcripts !== undefined && {transcriptDays: daysOf(options.transcripts)}),
        ...(options.captures !== undefined && {captureDays: daysOf(options.captures)}),
      };
      const retention = await withOperator(async ({widgets}) => {
        if (Object.keys(changes).length > 0) await widgets.retain(id, changes);
        return (await widgets.find(id))?.retention;
      });
      if (!retention) {
        throw new CommandError(`There is no widget ${id}. See aiw-server widget list.`);
      }
      print(command, {id, retention}, [
        `Transcripts: ${wordsFor(retention.transcriptDays)}`,
        `Contact details: ${wordsFor(retention.captureDays)}`,
      ]);
    });
}

function daysOf(text: string): Retention['captureDays'] {
  if (text === 'forever') return null;
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new CommandError('--transcripts and --captures take a number of days, or forever.');
}

function wordsFor(days: number | null): string {
  return days === null ? 'for good' : `for ${days} days after a call`;
}
