import {InvalidArgumentError, type Command} from 'commander';
import {CommandError, print, writeProgress} from './output.js';
import type {WithOperator} from './widget.js';
import type {ImportedPage} from '../domain/knowledge/site-import.js';

interface Options {
  from?: string;
  pages: number;
  append?: boolean;
  replace?: boolean;
  json?: boolean;
}

/** `aiw-server widget import ID` */
export function addImport(widget: Command, withOperator: WithOperator): void {
  widget
    .command('import <id>')
    .description("read the site's own pages into the draft's knowledge")
    .option('--from <url>', "where to begin; the widget's page without it")
    .option('--pages <number>', 'most pages read', numberOfPages, 50)
    .option('--append', 'keep what the knowledge has')
    .option('--replace', 'in place of what the knowledge has')
    .option('--json', 'print one JSON object')
    .action((id: string, options: Options, command: Command) =>
      withOperator(async ({widgets}) => {
        const found = await widgets.find(id);
        if (!found) throw new CommandError(`There is no widget ${id}. See aiw-server widget list.`);
        const {domain, pageUrl, knowledge} = found.settings;
        if (knowledge && !options.append && !options.replace) {
          throw new CommandError(
            'The draft has knowledge already. Say --append to keep it, or --replace.',
          );
        }
        const {createReadSite} = await import('../outbound/read-site.js');
        const {markdown, pages} = await createReadSite(true)({
          start: startOf(options.from ?? pageUrl),
          domain,
          most: options.pages,
          onPage: page => void (options.json || writeProgress(command, lineOf(page))),
        });
        if (!markdown) {
          throw new CommandError(
            `Nothing was read: ${pages.map(lineOf).join('; ') || 'no page of the widget’s domain'}.`,
          );
        }
        await widgets.edit(id, {
          knowledge: options.append && knowledge ? `${knowledge}\n\n${markdown}` : markdown,
        });
        print(command, {id, pages, characters: markdown.length}, [
          `${pages.filter(page => 'characters' in page).length} pages read, ${markdown.length} characters.`,
          `See them with aiw-server widget show ${id}, make them live with aiw-server widget publish ${id}`,
        ]);
      }),
    );
}

function lineOf(page: ImportedPage): string {
  return 'fault' in page ? `- ${page.url}: ${page.fault}` : `+ ${page.url}`;
}

function startOf(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) {
    throw new CommandError('--from takes an http or https URL.');
  }
  return url;
}

function numberOfPages(text: string): number {
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A number from 1 to 999.');
}
