import {z} from 'zod';
import {timestamp} from '../../domain/clock.js';
import {Problem} from '../problem.js';
import {delivery, listed, sliceQuery} from './answers.js';
import {auditOf, noWidget, ownWidget, widgetsOf} from './own-widget.js';
import {route, type Route} from './route.js';

const PATH = '/api/operator/widgets/:id/webhook';
const secret = z.string().meta({description: 'Signs its messages, after Standard Webhooks.'});

/** Messages to the operator's own systems. */
export const WEBHOOK_ROUTES: readonly Route[] = [
  route(
    'owner',
    `put ${PATH}`,
    {
      summary: 'Have a system of one’s own told of captures and ended calls',
      body: z.object({url: z.string().max(2000)}),
      answer: z.strictObject({secret}),
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const made = await widgetsOf(asked).setWebhook(id, asked.body.url);
      if (!made?.secret) throw noWidget();
      return {secret: made.secret};
    },
  ),
  route('owner', `delete ${PATH}`, {summary: 'Tell it no more'}, async asked => {
    const {id} = await ownWidget(asked);
    await widgetsOf(asked).setWebhook(id, null);
  }),
  route(
    'owner',
    `post ${PATH}/rotate`,
    {summary: 'Give it a new signing secret', answer: z.strictObject({secret})},
    async asked => {
      const {id} = await ownWidget(asked);
      const fresh = await widgetsOf(asked).rotateWebhookSecret(id);
      if (fresh === null) throw new Problem(409, 'The widget has no webhook. Give it an address.');
      return {secret: fresh};
    },
  ),
  route(
    'viewer',
    'get /api/operator/deliveries',
    {
      summary: 'Messages and what became of each, newest first',
      query: sliceQuery.extend({widget: z.string().max(100).optional()}),
      answer: listed(delivery),
    },
    ({services, member, query: {widget, ...slice}}) =>
      services.store.outbox.ofAccount(member.accountId, {
        ...slice,
        ...(widget && {widgetId: widget}),
      }),
  ),
  route(
    'editor',
    'post /api/operator/deliveries/:id/resend',
    {summary: 'Send one again, within seconds'},
    async asked => {
      const {services, member, params} = asked;
      const id = params['id'] ?? '';
      const at = timestamp(services.clock.now());
      if (!(await services.store.outbox.resend(id, at, member.accountId))) {
        throw new Problem(409, 'There is no such message, or its widget has no webhook.');
      }
      await auditOf(asked)('webhook.resend', null, {message: id});
    },
  ),
];
