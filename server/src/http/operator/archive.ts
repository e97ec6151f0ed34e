import {z} from 'zod';
import type {ConversationQuery, LeadQuery} from '../../domain/records/archive.js';
import {leadsAsCsv, type Lead} from '../../domain/records/leads.js';
import {dayOf} from '../../domain/records/usage.js';
import {Problem} from '../problem.js';
import {
  archiveQuery,
  conversation,
  conversationSummary,
  dayOfUse,
  lead,
  leadOrder,
  listed,
} from './answers.js';
import {auditOf, ownWidget} from './own-widget.js';
import {route, type Route} from './route.js';

const DAY_MS = 86_400_000;
/** Leads read at once for a file. */
const CSV_SLICE = 1000;
const kind = z.enum(['email', 'phone', 'name']);

const leadQuery = archiveQuery.extend({
  kind: z.preprocess(value => value || undefined, kind.optional()),
  order: leadOrder,
});

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => value || undefined, schema.optional());

const conversationQuery = archiveQuery.extend({
  mode: optional(z.enum(['voice', 'text'])),
  state: optional(z.enum(['live', 'ended'])),
  having: optional(z.enum(['lead', 'unanswered', 'feedback'])),
  previews: z.stringbool().default(false),
});

/** What visitors left and said. */
export const ARCHIVE_ROUTES: readonly Route[] = [
  route(
    'viewer',
    'get /api/operator/leads',
    {summary: 'Contact details, one row a call', query: leadQuery, answer: listed(lead)},
    ({services, member, query}) => services.store.archive.leads(scoped(query, member.accountId)),
  ),
  route(
    'viewer',
    'get /api/operator/leads.csv',
    {summary: 'The same as a file, all of them', query: leadQuery, type: 'text/csv'},
    async asked => {
      const {services, member, query, response} = asked;
      const all: Lead[] = [];
      for (let hasMore = true; hasMore;) {
        const slice = {...scoped(query, member.accountId), offset: all.length, limit: CSV_SLICE};
        const part = await services.store.archive.leads(slice);
        all.push(...part.entries);
        ({hasMore} = part);
      }
      await auditOf(asked)('leads.export', null, {leads: all.length});
      response.attachment('leads.csv').type('csv').send(leadsAsCsv(all));
    },
  ),
  route(
    'viewer',
    'get /api/operator/conversations',
    {
      summary: 'Conversations, newest first',
      query: conversationQuery,
      answer: listed(conversationSummary),
    },
    ({services, member, query}) =>
      services.store.archive.conversations(scoped(query, member.accountId)),
  ),
  route(
    'viewer',
    'get /api/operator/conversations/:id',
    {
      summary: 'One with its transcript, trail, contacts, claims and verdicts',
      answer: conversation,
    },
    async ({services, member, params}) => {
      const found = await services.store.archive.conversation(member.accountId, params['id'] ?? '');
      if (!found) throw noConversation();
      return {...found, ...services.handOver.standOf(found.id)};
    },
  ),
  route(
    'owner',
    'delete /api/operator/conversations/:id',
    {summary: 'Remove one with everything in it'},
    async asked => {
      const {services, member, params} = asked;
      const id = params['id'] ?? '';
      if (!(await services.store.archive.remove(member.accountId, id))) {
        throw new Problem(409, 'There is no such conversation, or it is live. Reload the list.');
      }
      await auditOf(asked)('conversation.delete', null, {conversation: id});
    },
  ),
  route(
    'owner',
    'post /api/operator/visitors/erase',
    {
      summary: 'Remove what is kept about one person; counts stay',
      body: z.union([
        z.object({email: z.string().trim().min(1).max(320)}),
        z.object({sub: z.string().trim().min(1).max(320)}),
      ]),
      answer: z.strictObject({sessions: z.number(), captures: z.number(), turns: z.number()}),
    },
    async asked => {
      const {services, member, body} = asked;
      const erased = await services.store.archive.erase(member.accountId, body);
      await auditOf(asked)('visitor.erase', null, {
        by: 'email' in body ? 'email' : 'sub',
        ...erased,
      });
      return erased;
    },
  ),
  route(
    'viewer',
    'get /api/operator/widgets/:id/usage',
    {
      summary: 'Calls, minutes, leads and answers by day',
      query: z.object({days: z.coerce.number().int().min(1).max(366).default(30)}),
      answer: z.strictObject({
        days: z.array(dayOfUse),
        unanswered: z
          .array(z.strictObject({text: z.string(), at: z.string(), id: z.string()}))
          .meta({description: 'The last questions that had no answer.'}),
      }),
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const {store, clock} = asked.services;
      const since = dayOf(clock.now() - (asked.query.days - 1) * DAY_MS);
      return {
        days: await store.archive.usage(id, since),
        unanswered: await store.archive.unanswered(id, 20),
      };
    },
  ),
];

export function noConversation(): Problem {
  return new Problem(404, 'There is no such conversation in your account. See the list.');
}

/** What was asked for, of the account alone. */
function scoped<Query extends {widget?: string | undefined}>(
  {widget, ...query}: Query,
  accountId: string,
) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const widgetId = widget === undefined ? {} : {widgetId: widget};
  return {...Object.fromEntries(given), ...widgetId, accountId} as ConversationQuery & LeadQuery;
}
