import {createHmac} from 'node:crypto';

/** An HS256 token as a customer's server mints it (§5.3); good for five minutes unless `exp` says otherwise. */
export function visitorToken(secret: string, claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = {exp: Math.floor(Date.now() / 1000) + 300, ...claims};
  const body = `${part({alg: 'HS256', typ: 'JWT'})}.${part(payload)}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}
