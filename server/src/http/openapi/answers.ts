/** What the endpoints answer, as schemas: for the documentation, and for the tests that hold it true. */
import {z} from 'zod';
import {
  ERROR_CODES,
  STREAM_PROTOCOL,
  type Capture,
  type ErrorBody,
  type ResolveResponse,
  type SessionResponse,
} from '../../../../src/contract/index.js';

const time = z.iso.datetime({offset: true}).meta({description: 'RFC 3339, in UTC'});
const kind = z.enum(['email', 'phone', 'name']);

/** Every refusal. */
export const errorBody = z.strictObject({
  error: z.enum(ERROR_CODES).optional(),
  message: z.string().meta({description: 'One sentence that says what to do next.'}),
}) satisfies z.ZodType<ErrorBody>;

const condition = z.discriminatedUnion('type', [
  z.strictObject({type: z.literal('urlMatches'), pattern: z.string()}),
  z.strictObject({type: z.literal('dwellSeconds'), gte: z.number()}),
  z.strictObject({type: z.literal('scrollDepth'), gte: z.number()}),
  z.strictObject({type: z.literal('exitIntent')}),
  z.strictObject({type: z.literal('idleSeconds'), gte: z.number()}),
  z.strictObject({type: z.literal('repeatVisitor'), visitCountGte: z.number().optional()}),
]);

const trigger = z.strictObject({
  id: z.string(),
  name: z.string(),
  priority: z.number(),
  conditions: z.array(condition),
  cooldown: z
    .strictObject({perSession: z.literal(true).optional(), perDays: z.number().optional()})
    .optional(),
  action: z.enum(['open', 'teaser']).optional(),
  message: z.string().optional(),
});

const navigation = z.strictObject({
  enabled: z.boolean(),
  targets: z.array(
    z.strictObject({
      label: z.string(),
      url: z.string(),
      sectionSelector: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    }),
  ),
  site: z.enum(['app', 'documents']).optional(),
});

/** `POST /api/widget/resolve`. */
export const resolved = z.strictObject({
  widgetId: z.string(),
  agent: z.strictObject({
    name: z.string(),
    greeting: z.string(),
    avatarUrl: z.string().optional(),
    suggestions: z.array(z.string()).optional(),
  }),
  appearance: z.strictObject({
    accent: z.string().optional(),
    colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
    placement: z
      .enum(['bottom-right', 'bottom-left', 'top-right', 'top-left', 'inline'])
      .optional(),
    variant: z.enum(['orb', 'pill', 'panel']).optional(),
    launcherLabel: z.string().optional(),
  }),
  locale: z.string(),
  modes: z.strictObject({voice: z.boolean(), text: z.boolean()}),
  conversation: z
    .strictObject({pushToTalk: z.boolean().optional(), startMuted: z.boolean().optional()})
    .optional(),
  triggers: z.array(trigger),
  navigation,
  identity: z.strictObject({enabled: z.boolean()}),
  capture: z.strictObject({kinds: z.array(kind)}),
  disclosure: z.string().optional(),
  consent: z
    .strictObject({text: z.string(), policyUrl: z.string().optional(), version: z.string()})
    .optional(),
  challenge: z
    .strictObject({value: z.string(), expiresAt: time})
    .meta({description: 'Opaque; for one session, from the same origin, within five minutes.'}),
}) satisfies z.ZodType<ResolveResponse>;

/** `POST /api/sessions`. */
export const startedSession = z.strictObject({
  sessionId: z.uuid(),
  sessionToken: z.string().meta({description: 'Bearer token of stream, captures, feedback.'}),
  expiresAt: time,
  transport: z.union([
    z.strictObject({kind: z.literal('websocket'), url: z.string(), protocol: z.string()}),
    z.strictObject({kind: z.literal('livekit'), url: z.string(), token: z.string()}),
  ]),
  visitorClaims: z
    .strictObject({
      sub: z.string(),
      email: z.string().optional(),
      phone: z.string().optional(),
      name: z.string().optional(),
    })
    .nullable(),
  visitorTokenError: z
    .strictObject({
      error: z.enum(['INVALID_VISITOR_TOKEN', 'TOKEN_EXPIRED']),
      message: z.string(),
    })
    .optional(),
}) satisfies z.ZodType<SessionResponse>;

/** `POST /api/sessions/:id/captures`. */
export const storedCapture = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid(),
  kind,
  value: z.string().meta({description: 'Normalised: phone numbers in E.164.'}),
  source: z.enum(['agent_asked', 'visitor_volunteered']),
  prefilled: z.boolean(),
  createdAt: time,
}) satisfies z.ZodType<Capture>;

/** `POST /api/sessions/:id/feedback`. */
export const storedFeedback = z.strictObject({
  messageId: z.string().nullable(),
  rating: z.number().int(),
  comment: z.string().nullable(),
  at: time,
});

/** `GET /healthz`. */
export const alive = z.strictObject({status: z.literal('ok')});

/** `GET /readyz`, whatever its status. */
export const readiness = z.strictObject({
  status: z.enum(['ready', 'starting', 'stopping']),
  store: z.enum(['ok', 'unreachable']),
  voice: z.enum(['ready', 'loading', 'off']),
});

/** Subprotocols of a stream. */
export const STREAM_PROTOCOLS = `${STREAM_PROTOCOL}, aiw.token.<sessionToken>`;
