import {z} from 'zod';
import {timestamp} from '../../domain/clock.js';
import {originAllowed, parseOrigin} from '../../domain/admission/origin.js';
import {normalizeDomain, parseSettings, pageUrlSchema} from '../../domain/widgets/settings.js';
import {Problem} from '../problem.js';
import {finding, importState, time} from './answers.js';
import {ownWidget, widgetsOf} from './own-widget.js';
import {route, type Route} from './route.js';

const PATH = '/api/operator/widgets';
/** How long a draft may be tried after it was asked for. */
const PREVIEW_MS = 3_600_000;

/** What helps an operator to make a widget: checks, imports, trials. */
export const WIZARD_ROUTES: readonly Route[] = [
  route(
    'viewer',
    'get /api/operator/origins',
    {
      summary: 'Which pages may use a widget of a domain, by the rule that resolve goes by',
      query: z.object({domain: z.string().max(500)}),
      answer: z.strictObject({
        domain: z.string().nullable().meta({description: 'As it is kept; null: nobody owns it.'}),
        origins: z.array(z.strictObject({origin: z.string(), isAllowed: z.boolean()})),
      }),
    },
    async ({query}) => {
      const domain = normalizeDomain(query.domain);
      return {domain, origins: domain ? originsFor(domain) : []};
    },
  ),
  route(
    'editor',
    `post ${PATH}/:id/page-check`,
    {
      summary: 'Fetch a page and say whether it lets the widget work',
      body: z.object({url: z.string().max(2000)}),
      answer: z.strictObject({findings: z.array(finding)}),
    },
    async asked => {
      const {services, body, request} = asked;
      const {domain} = (await ownWidget(asked)).settings;
      const url = parseSettings(pageUrlSchema(domain), body.url, 'page');
      return services.checkPage(url, services.publicUrl(request));
    },
  ),
  route(
    'editor',
    `post ${PATH}/:id/import`,
    {
      summary: 'Begin to read the site’s own pages',
      body: z.object({
        start: z.string().max(2000).optional(),
        pages: z.number().int().min(1).max(500).default(50),
      }),
      answer: z.strictObject({isBegun: z.literal(true)}),
      status: 202,
    },
    async asked => {
      const {services, body} = asked;
      const {id, settings} = await ownWidget(asked);
      const {domain, pageUrl} = settings;
      const start = parseSettings(pageUrlSchema(domain), body.start ?? pageUrl, 'page');
      if (!services.imports.begin(id, {start, domain, most: body.pages})) {
        throw new Problem(409, 'An import of this widget is under way. Wait for it to end.');
      }
      return {isBegun: true};
    },
  ),
  route(
    'viewer',
    `get ${PATH}/:id/import`,
    {summary: 'How an import goes, and what it has read', answer: importState},
    async asked => {
      const {id} = await ownWidget(asked);
      return asked.services.imports.of(id) ?? {state: 'none', pages: [], markdown: ''};
    },
  ),
  route(
    'editor',
    `post ${PATH}/:id/preview`,
    {
      summary: 'A token with which the dashboard may try the draft, for an hour',
      answer: z.strictObject({token: z.string(), expiresAt: time}),
      status: 201,
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const {services, request} = asked;
      const origin = request.get('origin') ?? new URL(services.publicUrl(request)).origin;
      const expiresAt = timestamp(services.clock.now() + PREVIEW_MS);
      const token = await widgetsOf(asked).preview(id, origin, expiresAt);
      if (token === null) throw new Problem(404, 'The widget is gone. See the list of widgets.');
      return {token, expiresAt};
    },
  ),
];

/** Pages that tell an operator what their domain means. */
function originsFor(domain: string) {
  const name = domain.split('.')[0] ?? domain;
  return [
    `https://${domain}`,
    `https://www.${domain}`,
    `https://shop.${domain}`,
    'http://localhost:3000',
    `https://${name}.io`,
    `https://${domain}.evil.net`,
  ].flatMap(origin => {
    const parsed = parseOrigin(origin);
    return parsed ? [{origin, isAllowed: originAllowed(parsed, domain)}] : [];
  });
}
