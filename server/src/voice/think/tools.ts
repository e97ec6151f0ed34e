import {llm} from '@livekit/agents';
import {z} from 'zod';
import type {KnowledgeIndex} from '../../domain/calls/conversation.js';
import type {ClientTool, NavTarget, ToolErrorCode} from '../../../../src/contract/index.js';
import type {ToolAnswer} from './brain.js';
import {SENTENCES} from './sentences.js';
import {matchTarget} from '../../../../src/navigation/match.js';

/** What the tools of a call act on. */
export interface ToolHost {
  targets: readonly NavTarget[];
  knowledge: KnowledgeIndex;
  revisionId: string;
  /** See {@link BrainInit.judged}. */
  judged: (isUnanswered: boolean) => void;
  /** Sends the visitor there. */
  navigate(target: NavTarget): void;
  /** Functions of the visitor's page. */
  pageTools: readonly ClientTool[];
  /** Runs one of them; never rejects. */
  callPage(name: string, args: Record<string, unknown>): Promise<ToolAnswer>;
  /** Says something while a function of the page takes its time. */
  sayWaiting(): void;
  /** See {@link Brain.repliesToTools}. */
  repliesToTools: boolean;
}

/** A JSON schema as the agents' library types it. */
type JsonObjectSchema = {type: 'object'; _output: Record<string, unknown>};

/** Silence after which the visitor is told that it takes a moment, in milliseconds. */
const PATIENCE_MS = 1_500;

/** What a model is told of a function that failed. */
const FAILURES: Readonly<Record<ToolErrorCode, string>> = {
  TOOL_NOT_FOUND: 'The page that the visitor is on does not offer this.',
  TOOL_ARGUMENTS_INVALID: 'The arguments do not fit the parameters.',
  TOOL_TIMEOUT: 'The page did not answer in time.',
  TOOL_FAILED: 'The page failed to do it.',
  TOOL_RESULT_INVALID: 'The page answered with something that cannot be used.',
};

/**
 * The tools of every brain: `search_knowledge`, `navigate` where the site has a nav map, and the
 * functions of the page that do not go by these names.
 */
export function createTools(host: ToolHost): llm.ToolContext {
  const own = host.targets.length > 0 ? [searchTool(host), navigateTool(host)] : [searchTool(host)];
  const names: readonly string[] = ['search_knowledge', 'navigate'];
  const others = host.pageTools.filter(({name}) => !names.includes(name));
  return new llm.ToolContext([...own, ...others.map(tool => pageTool(host, tool))]);
}

function pageTool(host: ToolHost, {name, description, parameters}: ClientTool) {
  return llm.tool({
    name,
    description,
    parameters: parameters as JsonObjectSchema,
    execute: async args => {
      const timer = host.repliesToTools
        ? undefined
        : setTimeout(() => host.sayWaiting(), PATIENCE_MS);
      const answer = await host.callPage(name, args);
      clearTimeout(timer);
      if ('error' in answer) throw new llm.ToolError(`${answer.error}: ${FAILURES[answer.error]}`);
      return answer.result ?? SENTENCES.toolDone;
    },
  });
}

function navigateTool(host: ToolHost) {
  const labels = host.targets.map(({label}) => `"${label}"`).join(', ');
  return llm.tool({
    name: 'navigate',
    description:
      `Takes the visitor to a page of this site while the conversation goes on. ` +
      `Only these can be shown: ${labels}.`,
    parameters: z.object({page: z.string().describe('The label of the page.')}),
    execute: async ({page}) => {
      const target = matchTarget(page, host.targets)?.target;
      if (!target) throw new llm.ToolError(`There is no such page. Known pages: ${labels}.`);
      host.navigate(target);
      return host.repliesToTools ? `The visitor is being taken to ${target.label}.` : undefined;
    },
  });
}

function searchTool({knowledge, revisionId, judged}: ToolHost) {
  return llm.tool({
    name: 'search_knowledge',
    description: 'Finds what the company has written about a topic.',
    parameters: z.object({query: z.string().describe('A few key words.')}),
    execute: async ({query}) => {
      const passages = await knowledge.search(revisionId, query, 5);
      judged(passages.length === 0);
      if (passages.length === 0) return 'Nothing is written about this.';
      return passages.map(({headings, text}) => [...headings, text].join('\n')).join('\n\n');
    },
  });
}
