import {readFileSync} from 'node:fs';
import type {ClientTool} from '../../src/contract/index.js';
import type {WidgetSettings} from '../src/domain/widgets/widget.js';
import {Dialogue} from '../src/voice/think/embedded-brain.js';
import type {Reply} from '../src/voice/think/scripted-llm.js';
import {testKnowledge, testWidget} from './voice-fixtures.js';

/** A conversation in writing with the embedded brain: what is asked, what is answered. */
export async function writtenTalk(
  changes: Partial<WidgetSettings> = {},
  locale: string | null = null,
  {facts = {}, tools = []}: {facts?: Record<string, unknown>; tools?: ClientTool[]} = {},
): Promise<{ask(text: string): Promise<Reply>; agentSays(text: string): void}> {
  const widget = testWidget(changes);
  const knowledge = await testKnowledge(widget);
  const host = {facts: () => facts, tools: () => tools, spent: () => {}, judged: () => {}};
  const page = () => ({url: '', title: ''});
  const dialogue = new Dialogue({callId: 'c', widget, knowledge, page, locale, ...host});
  const agent: string[] = [widget.settings.agent.greeting];
  return {
    async ask(text) {
      const reply = await dialogue.answer(text, {last: agent.at(-1) ?? '', agent});
      agent.push(reply.text);
      return reply;
    },
    agentSays: text => void agent.push(text),
  };
}

/** The settings of the demo site's widget, with its knowledge. */
export function demoSettings(): Partial<WidgetSettings> {
  const read = (name: string) => readFileSync(new URL(`../demo/${name}`, import.meta.url), 'utf8');
  const settings: Partial<WidgetSettings> = JSON.parse(read('widget.json'));
  return {...settings, knowledge: read('knowledge.md')};
}
