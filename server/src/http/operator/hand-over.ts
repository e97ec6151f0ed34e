import {z} from 'zod';
import type {Member} from '../../domain/operators/operators.js';
import {Problem} from '../problem.js';
import {noConversation} from './archive.js';
import {auditOf} from './own-widget.js';
import {route, type OperatorServices, type Route} from './route.js';

const PATH = '/api/operator/conversations/:id';

const NOT_TAKEN = new Problem(
  409,
  'This conversation is not live here, or somebody else has it. Reload it.',
);

/** Operators who talk to a visitor themselves. */
export const HAND_OVER_ROUTES: readonly Route[] = [
  route(
    'editor',
    `post ${PATH}/take-over`,
    {
      isPersonal: true,
      summary: 'Talk to the visitor in the agent’s place, in writing; they are told who it is',
    },
    async asked => {
      const {services, headers} = asked;
      const id = await ownConversation(asked);
      const operator = await services.auth.current(headers);
      if (!operator || !(await services.handOver.take(id, operator.name))) throw NOT_TAKEN;
      await auditOf(asked)('conversation.take-over', null, {conversation: id});
    },
  ),
  route(
    'editor',
    `post ${PATH}/say`,
    {
      isPersonal: true,
      summary: 'Say something to the visitor',
      body: z.object({text: z.string().trim().min(1).max(2000)}),
    },
    async asked => {
      const id = await ownConversation(asked);
      if (!asked.services.handOver.say(id, asked.body.text)) throw NOT_TAKEN;
    },
  ),
  route(
    'editor',
    `post ${PATH}/hand-back`,
    {isPersonal: true, summary: 'Let the agent go on'},
    async asked => {
      const id = await ownConversation(asked);
      if (!(await asked.services.handOver.handBack(id))) throw NOT_TAKEN;
    },
  ),
];

/** @throws {Problem} 404 */
async function ownConversation({
  services,
  member,
  params,
}: {
  services: OperatorServices;
  member: Member;
  params: Readonly<Record<string, string>>;
}): Promise<string> {
  const found = await services.store.archive.conversation(member.accountId, params['id'] ?? '');
  if (!found) throw noConversation();
  return found.id;
}
