import {z} from 'zod';
import {checkTargets, suggestTargets} from '../../domain/knowledge/nav-map.js';
import {navigationSchema} from '../../domain/widgets/settings.js';
import {Problem} from '../problem.js';
import {ownWidget} from './own-widget.js';
import {route, type Route} from './route.js';

const PATH = '/api/operator/widgets/:id/navigation';
/** Each may be a page that is fetched. */
const MOST_CHECKED = 50;

const targetCheck = z.strictObject({
  page: z.string().meta({description: '`ok`, or what is wrong with the page.'}),
  section: z
    .enum(['ok', 'missing', 'not-asked', 'unseen', 'no-selector'])
    .meta({description: '`unseen`: a script builds the page, and its HTML does not tell.'}),
});

/** What helps an operator with the nav map. */
export const NAVIGATION_ROUTES: readonly Route[] = [
  route(
    'editor',
    `post ${PATH}/check`,
    {
      summary: 'Look whether the pages and sections of targets are there',
      body: z.object({
        targets: z
          .array(
            z.object({
              url: z.string().max(2000),
              sectionSelector: z.string().max(500).optional(),
            }),
          )
          .max(MOST_CHECKED),
      }),
      answer: z.strictObject({checks: z.array(targetCheck)}),
    },
    async asked => {
      const {pageUrl} = (await ownWidget(asked)).settings;
      const {readPage} = asked.services;
      return {checks: await checkTargets(readPage, pageUrl, asked.body.targets)};
    },
  ),
  route(
    'editor',
    `post ${PATH}/import`,
    {
      summary: 'Suggest targets from the menu of the site',
      answer: z.strictObject({targets: navigationSchema.shape.targets}),
    },
    async asked => {
      const {pageUrl} = (await ownWidget(asked)).settings;
      const suggested = await suggestTargets(asked.services.readPage, pageUrl);
      if ('fault' in suggested) throw new Problem(422, suggested.fault);
      return suggested;
    },
  ),
];
