import type {Request, Response} from 'express';
import {z} from 'zod';
import type {Member, SignedIn} from '../../domain/operators/operators.js';
import {Problem} from '../problem.js';
import {signIn, who} from './answers.js';
import {openRoute, route, type OperatorServices, type Route} from './route.js';

const MIN_PASSWORD = 10;
const email = z.email().max(254);
const password = z.string().min(1).max(128);
const newPassword = z.string().min(MIN_PASSWORD, 'must have ten characters or more').max(128);
const credentials = z.object({email, password, code: z.string().trim().max(20).optional()});
const inviteToken = z.string().min(1).max(100);

const WRONG_LINK = new Problem(
  404,
  'This link was used before, taken back, or is too old. Ask for a new one.',
);
const WRONG_PASSWORD = new Problem(403, 'The password is not right. Try again.');

/** Signing in and out, joining by a link, and what an operator does to their own sign-in. */
export const SIGN_IN_ROUTES: readonly Route[] = [
  openRoute(
    'get /api/operator/session',
    {summary: 'Who is signed in', answer: who},
    async ({services, member, headers}) => {
      const {store, auth} = services;
      const current = member?.operatorId ? await auth.current(headers) : null;
      return {
        isSetUp: await store.operators.isSetUp(),
        operator: member && current ? operatorOf(member, current) : null,
        account: member && (await store.operators.account(member.accountId)),
      };
    },
  ),
  openRoute(
    'post /api/operator/session',
    {
      summary: 'Sign in; `isCodeNeeded`: the same again with the code of the authenticator app',
      body: credentials,
      answer: z.strictObject({isCodeNeeded: z.boolean()}),
    },
    async ({services, headers, body, request, response}) => {
      const result = await services.auth.signIn(withoutEmpty(body), headers);
      if (!('refusal' in result)) {
        keepCookies(request, response, result.cookies);
        return {isCodeNeeded: false};
      }
      if (result.refusal === 'SECOND_FACTOR_REQUIRED') return {isCodeNeeded: true};
      throw new Problem(
        401,
        result.refusal === 'WRONG_CODE'
          ? 'The code is not right. Take the one that the app shows now.'
          : 'The email address and the password do not belong together. Try again.',
      );
    },
  ),
  openRoute(
    'delete /api/operator/session',
    {summary: 'Sign out'},
    async ({services, headers, request, response}) => {
      keepCookies(request, response, await services.auth.signOut(headers));
    },
  ),
  openRoute(
    'post /api/operator/invite',
    {
      summary: 'What a link leads to',
      body: z.object({token: inviteToken}),
      answer: z.strictObject({
        account: z.string(),
        role: z.string(),
        email: z.string().nullable(),
      }),
    },
    async ({services, body}) => {
      const invite = await services.invitations.find(body.token);
      const account = invite && (await services.store.operators.account(invite.accountId));
      if (!invite || !account) throw WRONG_LINK;
      return {account: account.name, role: invite.role, email: invite.email};
    },
  ),
  openRoute(
    'post /api/operator/join',
    {
      summary: 'Become an operator by a link, and be signed in',
      body: z.object({
        ...{token: inviteToken, email, password: newPassword},
        name: z.string().trim().min(1).max(100),
      }),
    },
    async ({services, headers, body, request, response}) => {
      const {token, ...person} = body;
      const joined = await services.invitations.join(token, person, {
        register: one => services.auth.register(one),
        audit: (accountId, operatorId) =>
          services.auditFor(`operator:${operatorId}`, accountId)('operator.join', null),
      });
      if (typeof joined === 'string') throw joinProblem(joined);
      const signedIn = await services.auth.signIn(body, headers);
      keepCookies(request, response, signedIn.cookies);
    },
  ),
  ...ownRoutes(),
];

function ownRoutes(): Route[] {
  const isPersonal = true;
  return [
    route(
      'viewer',
      'put /api/operator/password',
      {
        isPersonal,
        summary: 'Change the own password; other browsers are signed out',
        body: z.object({current: password, next: newPassword}),
      },
      async asked => {
        const cookies = await asked.services.auth.changePassword(asked.body, asked.headers);
        if (!cookies) throw WRONG_PASSWORD;
        keepCookies(asked.request, asked.response, cookies);
        await audited(asked, 'operator.password');
      },
    ),
    route(
      'viewer',
      'get /api/operator/sign-ins',
      {
        isPersonal,
        summary: 'Browsers in which the operator is signed in',
        answer: z.strictObject({signIns: z.array(signIn)}),
      },
      async ({services, headers}) => {
        const current = await services.auth.current(headers);
        const all = await services.auth.signIns(headers);
        return {signIns: all.map(one => ({...one, isThis: one.id === current?.signInId}))};
      },
    ),
    route(
      'viewer',
      'delete /api/operator/sign-ins/:id',
      {isPersonal, summary: 'Sign out in another browser'},
      async ({services, headers, params}) => {
        if (!(await services.auth.endSignIn(params['id'] ?? '', headers))) {
          throw new Problem(404, 'This browser is signed out already. Reload the list.');
        }
      },
    ),
    ...secondFactorRoutes(),
  ];
}

function secondFactorRoutes(): Route[] {
  const isPersonal = true;
  const path = '/api/operator/second-factor';
  return [
    route(
      'viewer',
      `post ${path}`,
      {
        isPersonal,
        summary: 'Begin a second factor: an authenticator app',
        body: z.object({password}),
        answer: z.strictObject({
          uri: z.string().meta({description: '`otpauth:` address for the app.'}),
          backupCodes: z.array(z.string()).meta({description: 'Each works once.'}),
        }),
      },
      async ({services, headers, body, request, response}) => {
        const begun = await services.auth.beginSecondFactor(body.password, headers);
        if (!begun) throw WRONG_PASSWORD;
        const {cookies, ...shown} = begun;
        keepCookies(request, response, cookies);
        return shown;
      },
    ),
    route(
      'viewer',
      `put ${path}`,
      {
        isPersonal,
        summary: 'Switch the second factor on with a first code',
        body: z.object({code: z.string().trim().min(6).max(10)}),
      },
      async asked => {
        const cookies = await asked.services.auth.confirmSecondFactor(
          asked.body.code,
          asked.headers,
        );
        if (!cookies) throw new Problem(403, 'The code is not right. Take the one shown now.');
        keepCookies(asked.request, asked.response, cookies);
        await audited(asked, 'operator.second-factor', {isOn: true});
      },
    ),
    route(
      'viewer',
      `delete ${path}`,
      {isPersonal, summary: 'Do without the second factor', body: z.object({password})},
      async asked => {
        const cookies = await asked.services.auth.endSecondFactor(
          asked.body.password,
          asked.headers,
        );
        if (!cookies) throw WRONG_PASSWORD;
        keepCookies(asked.request, asked.response, cookies);
        await audited(asked, 'operator.second-factor', {isOn: false});
      },
    ),
  ];
}

function audited(
  {services, member}: {services: OperatorServices; member: Member},
  action: 'operator.password' | 'operator.second-factor',
  details?: Record<string, unknown>,
): Promise<void> {
  return services.auditFor(member.actor, member.accountId)(action, null, details);
}

function operatorOf({role}: Member, {operatorId, name, email, hasSecondFactor}: SignedIn) {
  return {id: operatorId, name, email, role, hasSecondFactor};
}

function withoutEmpty({code, ...body}: z.output<typeof credentials>) {
  return code ? {...body, code} : body;
}

function joinProblem(refusal: 'INVITE_UNKNOWN' | 'EMAIL_TAKEN' | 'EMAIL_DIFFERS'): Problem {
  if (refusal === 'INVITE_UNKNOWN') return WRONG_LINK;
  return new Problem(
    409,
    refusal === 'EMAIL_TAKEN'
      ? 'Somebody signs in with this address already. Sign in, or take another address.'
      : 'The link is for another email address. Use the one that it was made for.',
  );
}

/** Over TLS, cookies are for TLS alone, whatever the server's own address says. */
function keepCookies(request: Request, response: Response, cookies: readonly string[]): void {
  const secured = cookies.map(cookie =>
    request.secure && !/;\s*secure/i.test(cookie) ? `${cookie}; Secure` : cookie,
  );
  response.append('Set-Cookie', secured);
}
