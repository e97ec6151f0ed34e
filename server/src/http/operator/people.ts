import {z} from 'zod';
import {timestamp} from '../../domain/clock.js';
import {Problem} from '../problem.js';
import {apiKey, auditEntry, invite, listed, person, role} from './answers.js';
import {auditOf} from './own-widget.js';
import {route, type Route} from './route.js';

const LAST_OWNER = new Problem(
  409,
  'There is no such person here, or the account would be without an owner. Reload the list.',
);

/** The account, its people, their links, programs' keys, and the audit log. */
export const PEOPLE_ROUTES: readonly Route[] = [
  route(
    'owner',
    'patch /api/operator/account',
    {summary: 'Rename the account', body: z.object({name: z.string().trim().min(1).max(100)})},
    async asked => {
      const {services, member, body} = asked;
      await services.store.operators.renameAccount(member.accountId, body.name);
      await auditOf(asked)('account.rename', null);
    },
  ),
  route(
    'viewer',
    'get /api/operator/people',
    {summary: 'People of the account', answer: z.strictObject({people: z.array(person)})},
    async ({services, member}) => ({
      people: await services.store.operators.people(member.accountId),
    }),
  ),
  route(
    'owner',
    'patch /api/operator/people/:id',
    {summary: 'Give somebody another role', body: z.object({role})},
    async asked => {
      const {services, member, params, body} = asked;
      const id = params['id'] ?? '';
      const isDone = await services.store.operators.setRole(member.accountId, id, body.role);
      if (!isDone) throw LAST_OWNER;
      await auditOf(asked)('operator.role', null, {operator: id, role: body.role});
    },
  ),
  route(
    'owner',
    'delete /api/operator/people/:id',
    {summary: 'Remove somebody, and sign them out everywhere'},
    async asked => {
      const {services, member, params} = asked;
      const id = params['id'] ?? '';
      if (!(await services.store.operators.remove(member.accountId, id))) throw LAST_OWNER;
      await auditOf(asked)('operator.remove', null, {operator: id});
    },
  ),
  ...inviteRoutes(),
  ...keyRoutes(),
  route(
    'owner',
    'get /api/operator/audit',
    {
      summary: 'What operators did, newest first',
      query: z.object({
        before: z.iso.datetime({offset: true}).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      answer: listed(auditEntry),
    },
    async ({services, member, query}) => {
      const {before = null, limit} = query;
      const of = {accountId: member.accountId, before};
      const entries = await services.store.audit.list(limit + 1, of);
      return {
        entries: entries.slice(0, limit).map(({at, actor, action, widgetId, details}) => ({
          ...{at, actor, action, widgetId, details},
        })),
        hasMore: entries.length > limit,
      };
    },
  ),
];

function inviteRoutes(): Route[] {
  return [
    route(
      'owner',
      'get /api/operator/invites',
      {
        summary: 'Links that nobody has used yet',
        answer: z.strictObject({invites: z.array(invite)}),
      },
      async ({services, member}) => {
        const now = timestamp(services.clock.now());
        const invites = await services.store.operators.invites(member.accountId, now);
        return {invites: invites.map(({accountId: _, ...rest}) => rest)};
      },
    ),
    route(
      'owner',
      'post /api/operator/invites',
      {
        summary: 'Make a link with which one person joins, within seven days',
        body: z.object({role, email: z.email().max(254).optional()}),
        answer: z.strictObject({
          invite,
          url: z.string().meta({description: 'Shown once; its token follows a `#`.'}),
        }),
        status: 201,
      },
      async asked => {
        const {services, member, body, request} = asked;
        const {invite: made, token} = await services.invitations.invite(
          member.accountId,
          body.role,
          {email: body.email ?? null, audit: auditOf(asked)},
        );
        const {accountId: _, ...shown} = made;
        return {invite: shown, url: `${services.publicUrl(request)}/dashboard/join#${token}`};
      },
    ),
    route(
      'owner',
      'delete /api/operator/invites/:id',
      {summary: 'Take a link back'},
      async ({services, member, params}) => {
        const id = params['id'] ?? '';
        if (await services.store.operators.withdraw(member.accountId, id)) return;
        throw new Problem(404, 'This link was used or taken back already. Reload the list.');
      },
    ),
  ];
}

function keyRoutes(): Route[] {
  return [
    route(
      'owner',
      'get /api/operator/keys',
      {summary: 'Keys of programs', answer: z.strictObject({keys: z.array(apiKey)})},
      async ({services, member}) => ({
        keys: await services.store.operators.keys(member.accountId),
      }),
    ),
    route(
      'owner',
      'post /api/operator/keys',
      {
        summary: 'Make a key for a program, sent as `Authorization: Bearer`',
        body: z.object({name: z.string().trim().min(1).max(100), role}),
        answer: apiKey.extend({key: z.string().meta({description: 'Shown once.'})}),
        status: 201,
      },
      asked =>
        asked.services.invitations.createKey(asked.member.accountId, {
          ...asked.body,
          audit: auditOf(asked),
        }),
    ),
    route(
      'owner',
      'delete /api/operator/keys/:id',
      {summary: 'Take a key back, at once'},
      async asked => {
        const {services, member, params} = asked;
        const id = params['id'] ?? '';
        if (!(await services.store.operators.removeKey(member.accountId, id))) {
          throw new Problem(404, 'There is no such key. Reload the list.');
        }
        await auditOf(asked)('api-key.revoke', null, {key: id});
      },
    ),
  ];
}
