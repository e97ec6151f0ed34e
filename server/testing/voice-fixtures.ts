import {readFileSync} from 'node:fs';
import type {
  AnswerNote,
  ConversationOutput,
  KnowledgeIndex,
} from '../src/domain/calls/conversation.js';
import type {Tokens} from '../src/domain/records/session-store.js';
import type {PublishedWidget, WidgetSettings} from '../src/domain/widgets/widget.js';
import {openKnowledge} from '../src/store/knowledge.js';
import {openTestDatabase, type DatabaseKind} from './test-store.js';

/** Markdown of the company that the tests of the voice talk about. */
export const KNOWLEDGE = readFileSync(new URL('./fixtures/knowledge.md', import.meta.url), 'utf8');

/** A published widget of that company; parts of its settings can be replaced. */
export function testWidget(changes: Partial<WidgetSettings> = {}): PublishedWidget {
  const settings: WidgetSettings = {
    name: 'Test',
    domain: 'larkspur.example',
    pageUrl: 'https://larkspur.example/',
    agent: {name: 'Robin', greeting: 'Hello, I am Robin.'},
    knowledge: KNOWLEDGE,
    appearance: {},
    locale: 'en-US',
    modes: {voice: true, text: true},
    triggers: [],
    navigation: {
      enabled: true,
      targets: [
        {
          label: 'Pricing',
          url: '/pricing',
          sectionSelector: '#plans',
          aliases: ['prices', 'plans'],
        },
        {label: 'Contact', url: '/contact', aliases: ['write to us']},
        {label: 'Home', url: '/'},
      ],
    },
    identity: {enabled: false},
    capture: {kinds: ['email', 'phone', 'name']},
    limits: {maxCallSeconds: 600, idleSeconds: 60},
    ...changes,
  };
  return {id: 'widget', revisionId: 'revision', status: 'live', settings};
}

/** The full-text index of a widget's knowledge. */
export async function testKnowledge(
  widget: PublishedWidget,
  kind: DatabaseKind = 'SQLite',
): Promise<KnowledgeIndex> {
  const db = await openTestDatabase(kind);
  const account = await db.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  const now = '2025-01-01T00:00:00.000Z';
  await db
    .insertInto('widgets')
    .values({
      id: widget.id,
      account_id: account.id,
      token: 'wt_test',
      status: 'live',
      sealed_secret: '',
      seed: null,
      seed_version: null,
      draft_revision_id: widget.revisionId,
      published_revision_id: widget.revisionId,
      created_at: now,
    })
    .execute();
  await db
    .insertInto('revisions')
    .values({
      id: widget.revisionId,
      widget_id: widget.id,
      number: 1,
      settings: JSON.stringify(widget.settings),
      created_at: now,
      published_at: now,
    })
    .execute();
  return openKnowledge(db);
}

/** An event of a conversation. */
export type OutputEvent = Parameters<ConversationOutput['event']>[0];

/** Keeps what a conversation sends, and waits for it. */
export class RecordingOutput implements ConversationOutput {
  readonly events: OutputEvent[] = [];
  audioBytes = 0;
  saidGoodbye = false;
  readonly tokens: Tokens[] = [];
  readonly answers: AnswerNote[] = [];
  /** Who else hears it, such as a loudspeaker. */
  listener: {hear(event: OutputEvent): void; audio(pcm: Uint8Array): void} | null = null;
  readonly #watchers = new Set<() => void>();

  event(event: OutputEvent): void {
    this.events.push(event);
    this.listener?.hear(event);
    this.#changed();
  }

  audio(pcm: Uint8Array): void {
    this.audioBytes += pcm.length;
    this.listener?.audio(pcm);
  }

  spent(tokens: Tokens): void {
    this.tokens.push(tokens);
    this.#changed();
  }

  answered(note: AnswerNote): void {
    this.answers.push(note);
    this.#changed();
  }

  goodbye(): void {
    this.saidGoodbye = true;
    this.#changed();
  }

  /** Final messages in order, as `role: text`. */
  get transcript(): string[] {
    return this.events.flatMap(event =>
      event.type === 'transcript' && event.final ? [`${event.role}: ${event.text}`] : [],
    );
  }

  /** The first event after `from` that fits. @throws after 15 s, with what came instead. */
  async until<T extends OutputEvent>(
    fits: (event: OutputEvent) => event is T,
    from?: number,
  ): Promise<T>;
  async until(fits: (event: OutputEvent) => boolean, from?: number): Promise<OutputEvent>;
  async until(fits: (event: OutputEvent) => boolean, from = 0): Promise<OutputEvent> {
    const find = () => this.events.slice(from).find(fits);
    await this.holds(() => find() !== undefined);
    const found = find();
    if (!found) throw new Error('The event is gone.');
    return found;
  }

  /** Waits until something holds. @throws after 15 s. */
  holds(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#watchers.delete(check);
        reject(new Error(`It did not happen. Instead:\n${JSON.stringify(this.events, null, 1)}`));
      }, 15_000);
      const check = () => {
        if (!condition()) return;
        clearTimeout(late);
        this.#watchers.delete(check);
        resolve();
      };
      this.#watchers.add(check);
      check();
    });
  }

  #changed(): void {
    for (const check of this.#watchers) check();
  }
}
