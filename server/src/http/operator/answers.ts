/** What the operators' API answers, as schemas: for its documentation, and the tests that hold it true. */
import {z} from 'zod';
import {LEAD_ORDERS} from '../../domain/records/archive.js';
import {ROLES} from '../../domain/operators/operators.js';
import {retentionSchema} from '../../domain/widgets/settings.js';

export const role = z.enum(ROLES);
export const time = z.iso.datetime({offset: true}).meta({description: 'RFC 3339, in UTC'});

/** A slice of a long list. */
export const sliceQuery = z.object({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A form field that may be left empty. */
const filled = (schema: z.ZodType<string>) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional());

/** As the rows have it: moments compare as text. */
const inUtc = time.transform(at => new Date(at).toISOString());

/** What conversations and leads are both looked for by. */
export const archiveQuery = sliceQuery.extend({
  widget: filled(z.string().max(100)),
  text: filled(z.string().trim().max(200)),
  from: filled(inUtc),
  until: filled(inUtc),
});

export const leadOrder = z.enum(LEAD_ORDERS).default('newest');

export const settings = z
  .record(z.string(), z.unknown())
  .meta({description: 'Everything an operator decides about a widget; see WidgetSettings.'});

export const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  joinedAt: time,
});

export const invite = z.strictObject({
  id: z.string(),
  role,
  email: z.string().nullable(),
  createdAt: time,
  expiresAt: time,
});

export const apiKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  hint: z.string().meta({description: 'Its first characters.'}),
  createdAt: time,
  usedAt: time.nullable(),
});

export const signIn = z.strictObject({
  id: z.string(),
  at: time,
  expiresAt: time,
  address: z.string().nullable(),
  browser: z.string().nullable(),
  isThis: z.boolean(),
});

/** Who is signed in, and whether anybody can. */
export const who = z.strictObject({
  isSetUp: z.boolean().meta({description: 'False: the link in the server’s terminal comes first.'}),
  operator: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role,
      hasSecondFactor: z.boolean(),
    })
    .nullable(),
  account: z.strictObject({id: z.string(), name: z.string()}).nullable(),
});

export const widgetSummary = z.strictObject({
  id: z.string(),
  token: z.string(),
  status: z.enum(['live', 'draft', 'paused']),
  name: z.string(),
  domain: z.string(),
  pageUrl: z.string(),
  createdAt: time,
  isChanged: z.boolean().meta({description: 'Whether the draft differs from what is live.'}),
});

const advice = z.strictObject({step: z.number(), isNeeded: z.boolean(), message: z.string()});

export const widget = widgetSummary.extend({
  settings,
  retention: retentionSchema,
  webhookUrl: z.string().nullable(),
  previousSecretUntil: time.nullable(),
  publishedRevisionId: z.string().nullable(),
  advice: z.array(advice).meta({description: 'What to do, or to know, before it goes live.'}),
  seen: z
    .strictObject({at: time, origin: z.string()})
    .nullable()
    .meta({description: 'When and from where a page last asked for it, about to the minute.'}),
});

export const difference = z.strictObject({
  path: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const finding = z.strictObject({
  about: z.enum(['reachable', 'https', 'permissions-policy', 'csp', 'tag']),
  verdict: z.enum(['ok', 'warning', 'fault']),
  message: z.string(),
  paste: z.string().optional(),
});

const importedPage = z.strictObject({
  url: z.string(),
  characters: z.number().optional(),
  fault: z.string().optional(),
});

export const importState = z.strictObject({
  state: z.enum(['none', 'running', 'done', 'failed']),
  pages: z.array(importedPage),
  markdown: z.string(),
});

export const lead = z.strictObject({
  sessionId: z.string(),
  widgetId: z.string(),
  pageUrl: z.string(),
  at: time,
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const conversationSummary = z.strictObject({
  id: z.string(),
  widgetId: z.string(),
  mode: z.enum(['voice', 'text']),
  pageUrl: z.string(),
  startedAt: time,
  endedAt: time.nullable(),
  endReason: z.string().nullable(),
  seconds: z.number(),
  turns: z.number(),
  captures: z.number(),
  unanswered: z.number(),
  rating: z.number().nullable(),
  firstWords: z.string().nullable(),
  isPreview: z.boolean(),
});

/** Everything about a conversation. */
export const conversation = z.looseObject({
  id: z.string(),
  widgetId: z.string(),
  startedAt: time,
  endedAt: time.nullable(),
  isPreview: z.boolean(),
  isHere: z.boolean().meta({description: 'Whether its call is live in the process that answers.'}),
  speaker: z.string().nullable().meta({description: 'The operator who has taken it over.'}),
  turns: z.array(z.looseObject({id: z.string(), role: z.string(), text: z.string(), at: time})),
});

export const dayOfUse = z.strictObject({
  day: z.string(),
  calls: z.number(),
  minutes: z.number(),
  leads: z.number(),
  questions: z.number(),
  unanswered: z.number(),
  latencyMs: z.number().nullable(),
});

export const delivery = z.strictObject({
  id: z.string(),
  widgetId: z.string(),
  sessionId: z.string(),
  type: z.string(),
  createdAt: time,
  attempts: z.number(),
  dueAt: time.nullable(),
  deliveredAt: time.nullable(),
  lastAnswer: z.string().nullable(),
});

export const auditEntry = z.strictObject({
  at: time,
  actor: z.string(),
  action: z.string(),
  widgetId: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});

/** A list with what it holds, and whether there is more. */
export const listed = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({entries: z.array(entry), hasMore: z.boolean()});
