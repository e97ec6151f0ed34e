/** The commands of `aiw-server`, as its own parser has them. */
import {createProgram, withSubcommands} from '../../server/src/cli/program.js';
import {code, table} from './table.js';

type Command = ReturnType<typeof createProgram>;

/** The command line, which does nothing when it is asked. */
export function idleProgram(): Command {
  const program = createProgram(() => Promise.reject(new Error('Nothing is run here.')), {});
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({writeErr: () => {}, writeOut: () => {}});
    if (command.commands.length === 0) command.action(() => {});
  }
  return program;
}

const pathOf = (command: Command): string =>
  command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();

const argumentsOf = (command: Command) =>
  command.registeredArguments
    .map(one => (one.required ? ` ${one.name().toUpperCase()}` : ` [${one.name().toUpperCase()}]`))
    .join('');

/** What does something: commands without commands below them. */
export function leaves(): {usage: string; description: string; options: string[][]}[] {
  return withSubcommands(idleProgram())
    .filter(({commands}) => commands.length === 0)
    .map(command => ({
      usage: pathOf(command) + argumentsOf(command),
      description: command.description(),
      options: command.options
        .filter(({long}) => long !== '--json')
        .map(one => [
          code(one.flags),
          `${one.description}${one.mandatory ? '; required' : ''}`,
          one.defaultValue === undefined ? '' : code(String(one.defaultValue)),
        ]),
    }));
}

/** Each command with its options. */
export function commandsText(): string {
  return leaves()
    .map(({usage, description, options}) =>
      [
        `### ${usage.replace(/^aiw-server /, '').replace(/ [[A-Z].*$/, '')}`,
        code(usage),
        `${description[0]?.toUpperCase()}${description.slice(1)}.`,
        ...(options.length > 0 ? [table(['option', 'meaning', 'default'], options)] : []),
      ].join('\n\n'),
    )
    .join('\n\n');
}
