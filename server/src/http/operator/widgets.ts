import {z} from 'zod';
import {differences} from '../../domain/widgets/differences.js';
import {adviceFor} from '../../domain/widgets/go-live.js';
import type {WidgetRecord} from '../../domain/widgets/widget-store.js';
import {normalizeDomain, retentionSchema} from '../../domain/widgets/settings.js';
import {newSettings} from '../../domain/widgets/new-settings.js';
import type {WidgetSettings} from '../../domain/widgets/widget.js';
import {Problem} from '../problem.js';
import {difference, settings, time, widget, widgetSummary} from './answers.js';
import {noWidget, ownWidget, widgetsOf} from './own-widget.js';
import {route, type OperatorServices, type Route} from './route.js';

const PATH = '/api/operator/widgets';

/** Widgets: their drafts, what is live, and the way from one to the other. */
export const WIDGET_ROUTES: readonly Route[] = [
  route(
    'viewer',
    `get ${PATH}`,
    {summary: 'Widgets of the account', answer: z.strictObject({widgets: z.array(widgetSummary)})},
    async ({services, member}) => {
      const all = await services.store.widgets.list(member.accountId);
      return {widgets: await Promise.all(all.map(one => summaryOf(one, services)))};
    },
  ),
  route(
    'editor',
    `post ${PATH}`,
    {
      summary: 'Make a widget; it begins as a draft',
      body: z.object({
        domain: z.string().max(500),
        pageUrl: z.string().max(2000).optional(),
        name: z.string().max(200).optional(),
      }),
      answer: z.strictObject({id: z.string()}),
      status: 201,
    },
    async asked => {
      const {body, member} = asked;
      const made = newSettings({...body, domain: normalizeDomain(body.domain) ?? body.domain});
      const {id} = await widgetsOf(asked).create(made, {
        live: false,
        accountId: member.accountId,
      });
      return {id};
    },
  ),
  route(
    'viewer',
    `get ${PATH}/:id`,
    {summary: 'A widget with its draft', answer: widget},
    async asked => widgetAnswer(await ownWidget(asked), asked.services),
  ),
  route(
    'editor',
    `patch ${PATH}/:id/draft`,
    {
      summary: 'Change parts of the draft; visitors see nothing of it yet',
      body: z.record(z.string(), z.unknown()),
      answer: widget,
    },
    async asked => {
      const {id} = await ownWidget(asked);
      // Checked whole by the widget's own schema.
      await widgetsOf(asked).edit(id, cleared(asked.body) as Partial<WidgetSettings>);
      return widgetAnswer(await ownWidget(asked), asked.services);
    },
  ),
  ...publishingRoutes(),
  route(
    'owner',
    `patch ${PATH}/:id/retention`,
    {
      summary: 'Days for which words and contact details are kept, in force at once',
      body: retentionSchema.partial(),
    },
    async asked => void (await widgetsOf(asked).retain((await ownWidget(asked)).id, asked.body)),
  ),
];

function publishingRoutes(): Route[] {
  const step = (
    name: string,
    summary: string,
    run: (widgets: ReturnType<typeof widgetsOf>, id: string) => Promise<boolean>,
  ) =>
    route('editor', `post ${PATH}/:id/${name}`, {summary, answer: widget}, async asked => {
      const {id} = await ownWidget(asked);
      if (!(await run(widgetsOf(asked), id))) {
        throw new Problem(409, 'It was never published. Publish it first.');
      }
      return widgetAnswer(await ownWidget(asked), asked.services);
    });
  return [
    step('publish', 'Make the draft live', (widgets, id) => widgets.publish(id)),
    step('pause', 'Take it off the air; its calls end', (widgets, id) => widgets.pause(id)),
    step('resume', 'Put it on the air again', (widgets, id) => widgets.resume(id)),
    step('discard', 'Throw the changes of the draft away', (widgets, id) => widgets.discard(id)),
    ...revisionRoutes(),
  ];
}

function revisionRoutes(): Route[] {
  return [
    route(
      'viewer',
      `get ${PATH}/:id/differences`,
      {
        summary: 'What publishing would change',
        answer: z.strictObject({differences: z.array(difference)}),
      },
      async asked => {
        const found = await ownWidget(asked);
        const live = await liveSettings(found, asked.services);
        return {differences: differences(live, found.settings)};
      },
    ),
    route(
      'viewer',
      `get ${PATH}/:id/revisions`,
      {
        summary: 'What was live, newest first',
        answer: z.strictObject({
          revisions: z.array(
            z.strictObject({id: z.string(), number: z.number(), publishedAt: time}),
          ),
        }),
      },
      async asked => {
        const {id} = await ownWidget(asked);
        return {revisions: await asked.services.store.widgets.published(id)};
      },
    ),
    route(
      'viewer',
      `get ${PATH}/:id/revisions/:revision`,
      {summary: 'The settings of a revision', answer: z.strictObject({settings})},
      async asked => {
        const {id} = await ownWidget(asked);
        const revision = asked.params['revision'] ?? '';
        const found = await asked.services.store.widgets.settingsOf(id, revision);
        if (!found) throw noWidget();
        return {settings: found};
      },
    ),
    route(
      'editor',
      `post ${PATH}/:id/roll-back`,
      {
        summary: 'Make an earlier revision live again',
        body: z.object({revision: z.string().max(100)}),
        answer: widget,
      },
      async asked => {
        const {id} = await ownWidget(asked);
        if (!(await widgetsOf(asked).rollBack(id, asked.body.revision))) throw noWidget();
        return widgetAnswer(await ownWidget(asked), asked.services);
      },
    ),
  ];
}

/** JSON has no `undefined`: null takes a setting away. */
function cleared(changes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, value === null ? undefined : value]),
  );
}

async function liveSettings(
  {id, publishedRevisionId}: WidgetRecord,
  {store}: OperatorServices,
): Promise<WidgetSettings | null> {
  return publishedRevisionId ? store.widgets.settingsOf(id, publishedRevisionId) : null;
}

async function summaryOf(record: WidgetRecord, services: OperatorServices) {
  const {id, token, status, createdAt} = record;
  const {name, domain, pageUrl} = record.settings;
  const live = await liveSettings(record, services);
  const isChanged = differences(live, record.settings).length > 0;
  return {...{id, token, status, name, domain, pageUrl, createdAt}, isChanged};
}

/** A widget as its page shows it. */
async function widgetAnswer(record: WidgetRecord, services: OperatorServices) {
  const {retention, webhook, previousSecret, publishedRevisionId} = record;
  return {
    ...(await summaryOf(record, services)),
    ...{settings: record.settings, retention, publishedRevisionId},
    webhookUrl: webhook?.url ?? null,
    previousSecretUntil: previousSecret?.until ?? null,
    advice: adviceFor(record.settings),
    seen: record.seen,
  };
}
