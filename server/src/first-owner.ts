import {timestamp} from './domain/clock.js';
import type {Operator} from './operator.js';

/**
 * The token of the link with which whoever runs the server becomes its first operator, in the place
 * of any link before; null: somebody can sign in already.
 *
 * No stranger is first: the link is in the terminal alone.
 */
export async function inviteFirstOwner({
  store,
  invitations,
  auditFor,
}: Operator): Promise<string | null> {
  const {operators} = store;
  if (await operators.isSetUp()) return null;
  const {id} = await operators.firstAccount();
  for (const old of await operators.invites(id, timestamp(Date.now()))) {
    await operators.withdraw(id, old.id);
  }
  const {token} = await invitations.invite(id, 'owner', {audit: auditFor('server', id)});
  return token;
}
