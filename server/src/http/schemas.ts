import {z} from 'zod';
import {
  MAX_COMMENT_LENGTH,
  MAX_FACTS_BYTES,
  MAX_TEXT_LENGTH,
  MAX_TOOL_RESULT_BYTES,
  MAX_TOOL_TIMEOUT_MS,
  MAX_TOOLS,
  MAX_TOOLS_BYTES,
  type CaptureRequest,
  type ClientFrame,
  type Engagement,
  type FeedbackRequest,
  type SessionRequest,
} from '../../../src/contract/index.js';
import {Problem} from './problem.js';

const count = z.number().min(0);
const id = z.string().min(1).max(100);
/** Of any length a browser makes; cut where it is stored. */
const address = z.string().max(16_384);

const engagement = z.object({
  opened_by: z.enum(['gesture', 'trigger']),
  trigger_id: z.string().max(100).optional(),
  pointer_events: count,
  key_events: count,
  scroll_events: count,
  touch_events: count,
  dwell_ms: count,
  first_event_ms: count.optional(),
}) satisfies z.ZodType<Engagement>;

/** What is no token at all is refused by the token's own rule: it never costs the visitor the call. */
const visitorToken = z
  .unknown()
  .transform(value =>
    typeof value === 'string' ? value : value == null ? undefined : 'malformed',
  );

/** `POST /api/sessions`. */
export const sessionRequest = z.object({
  token: z.string(),
  challenge: z.string(),
  engagement,
  mode: z.enum(['voice', 'text']),
  visitor_token: visitorToken.optional(),
  page: z.object({url: address, title: z.string(), referrer: address}),
  locale: z.string().max(100).optional(),
  consent: z
    .object({version: z.string().max(100), agreed_at: z.iso.datetime({offset: true})})
    .optional(),
}) satisfies z.ZodType<SessionRequest>;

/** `POST /api/sessions/:id/captures`. */
export const captureRequest = z.object({
  id: z.uuid(),
  kind: z.enum(['email', 'phone', 'name']),
  value: z.string(),
  source: z.enum(['agent_asked', 'visitor_volunteered']),
  prefilled: z.boolean(),
}) satisfies z.ZodType<CaptureRequest>;

const rating = z.number().int().min(1).max(5);
const comment = z.string().max(MAX_COMMENT_LENGTH).optional();

/** `POST /api/sessions/:id/feedback`. */
export const feedbackRequest = z.object({
  message_id: id.optional(),
  rating,
  comment,
}) satisfies z.ZodType<FeedbackRequest>;

const callMode = z.enum(['voice', 'text', 'both']);

const facts = z
  .record(z.string(), z.unknown())
  .refine(value => Buffer.byteLength(JSON.stringify(value)) <= MAX_FACTS_BYTES, {
    message: 'more than 8 KiB',
  });

const tool = z.object({
  name: z.string().regex(/^[\w-]{1,64}$/),
  description: z.string().max(2000),
  parameters: z.record(z.string(), z.unknown()),
  timeoutMs: z.number().int().min(1).max(MAX_TOOL_TIMEOUT_MS).optional(),
});

const tools = z
  .array(tool)
  .max(MAX_TOOLS)
  .refine(value => Buffer.byteLength(JSON.stringify(value)) <= MAX_TOOLS_BYTES, {
    message: 'more than 32 KiB',
  })
  .refine(value => new Set(value.map(({name}) => name)).size === value.length, {
    message: 'a name twice',
  });

const toolOutput = z
  .unknown()
  .refine(value => Buffer.byteLength(JSON.stringify(value) ?? '') <= MAX_TOOL_RESULT_BYTES, {
    message: 'more than 8 KiB',
  });

/** A JSON frame from the widget. */
export const clientFrame = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    mode: callMode,
    lastSeq: z.number().int().min(0).optional(),
  }),
  z.object({type: z.literal('mode'), value: callMode}),
  z.object({type: z.literal('context'), facts}),
  z.object({type: z.literal('tools'), tools}),
  z.object({
    type: z.literal('toolResult'),
    callId: id,
    result: toolOutput.optional(),
    error: z.string().max(4000).optional(),
  }),
  z.object({type: z.literal('text'), id, text: z.string().max(MAX_TEXT_LENGTH)}),
  z.object({type: z.literal('mic'), muted: z.boolean()}),
  z.object({type: z.literal('playback'), messageId: id, playedMs: count, done: z.boolean()}),
  z.object({
    type: z.literal('page'),
    url: address.transform(url => url.slice(0, 2048)),
    title: z.string().transform(title => title.slice(0, 300)),
  }),
  z.object({
    type: z.literal('navigation'),
    id,
    result: z.enum(['done', 'unconfirmed', 'refused']),
    reason: z.string().max(1000).optional(),
  }),
  z.object({
    type: z.literal('capture'),
    kind: z.enum(['email', 'phone', 'name']),
    result: z.enum(['submitted', 'dismissed']),
  }),
  z.object({
    type: z.literal('feedback'),
    messageId: id.optional(),
    rating,
    comment,
  }),
  z.object({type: z.literal('end')}),
]) satisfies z.ZodType<ClientFrame>;

/** @throws {Problem} 400 that names the first field at fault, never its value. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [{path, message}] = result.error.issues;
  throw new Problem(
    400,
    `The field ${path.join('.') || 'body'} is wrong (${message}). Correct it and send again.`,
  );
}
