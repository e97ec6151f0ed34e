import {z} from 'zod';
import {timestamp} from '../../domain/clock.js';
import {verifyVisitorToken} from '../../domain/admission/visitor-token.js';
import {noWidget, ownWidget, widgetsOf} from './own-widget.js';
import {route, type Route} from './route.js';
import {time} from './answers.js';

const PATH = '/api/operator/widgets/:id';
const secret = z.string().meta({description: '64 hexadecimal digits.'});

/** A widget's secret and token. */
export const IDENTITY_ROUTES: readonly Route[] = [
  route(
    'owner',
    `post ${PATH}/secret/reveal`,
    {summary: 'Show the widget secret', answer: z.strictObject({secret})},
    async asked => {
      const {id} = await ownWidget(asked);
      const revealed = await widgetsOf(asked).reveal(id);
      if (revealed === null) throw noWidget();
      return {secret: revealed};
    },
  ),
  route(
    'owner',
    `post ${PATH}/secret/rotate`,
    {
      summary: 'Give it a new secret; tokens of the old one are believed for some hours',
      body: z.object({graceHours: z.number().min(0).max(999).default(0)}),
      answer: z.strictObject({secret, previousUntil: time.nullable()}),
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const {graceHours} = asked.body;
      const now = asked.services.clock.now();
      const previousUntil = graceHours > 0 ? timestamp(now + graceHours * 3_600_000) : null;
      const rotated = await widgetsOf(asked).rotateSecret(id, previousUntil);
      if (rotated === null) throw noWidget();
      return {secret: rotated, previousUntil};
    },
  ),
  route(
    'owner',
    `post ${PATH}/token/rotate`,
    {
      summary: 'Give it a new public token; pages with the old one stop working',
      answer: z.strictObject({token: z.string()}),
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const token = await widgetsOf(asked).rotateToken(id);
      if (token === null) throw noWidget();
      return {token};
    },
  ),
  route(
    'viewer',
    `post ${PATH}/visitor-token/test`,
    {
      summary: 'Decode a visitor token, or say what is wrong with it',
      body: z.object({visitorToken: z.string().trim().min(1).max(10_000)}),
      answer: z.strictObject({
        claims: z.record(z.string(), z.string()).nullable(),
        error: z.string().nullable(),
        message: z.string().nullable(),
      }),
    },
    async asked => {
      const {id} = await ownWidget(asked);
      const now = asked.services.clock.now();
      const secrets = await widgetsOf(asked).secretsAt(id, timestamp(now));
      const result = await verifyVisitorToken(asked.body.visitorToken, secrets, now);
      return 'error' in result
        ? {claims: null, ...result}
        : {claims: {...result}, error: null, message: null};
    },
  ),
];
