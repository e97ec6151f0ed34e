import {type Kysely, sql} from 'kysely';
import type {KnowledgeIndex, Passage} from '../domain/calls/conversation.js';
import {passagesOf} from '../domain/knowledge/passages.js';
import {createKnowledgeTables} from './migrations/0002-knowledge.js';
import {isPostgres} from './postgres.js';
import type {Database} from './schema.js';
import {openSqlite} from './sqlite.js';

/** Tables of the full-text index. */
export type KnowledgeTables = {
  knowledge_passages: {revision_id: string; headings: string; body: string};
  knowledge_revisions: {revision_id: string};
};

/** Between the headings of a passage, in one column. */
const SEPARATOR = '\n';

/** A revision's knowledge as its operator wrote it; null: there is no such revision. */
type ReadKnowledge = (revisionId: string) => Promise<string | null>;

/**
 * The index over the knowledge of a store.
 *
 * Beside a SQLite store it is in the same file. Beside Postgres it is in this process's memory: it
 * can be made anew from the revisions at any time, and finds the same words in the same order.
 */
export async function openKnowledge(db: Kysely<Database>): Promise<FullTextKnowledge> {
  const read: ReadKnowledge = async revisionId => {
    const revision = await db
      .selectFrom('revisions')
      .select('settings')
      .where('id', '=', revisionId)
      .executeTakeFirst();
    if (!revision) return null;
    return (JSON.parse(revision.settings) as {knowledge?: string}).knowledge ?? '';
  };
  if (!isPostgres(db)) {
    return new FullTextKnowledge(db.withTables<KnowledgeTables>(), read);
  }
  const memory = openSqlite(':memory:').withTables<KnowledgeTables>();
  await createKnowledgeTables(memory);
  return new FullTextKnowledge(memory, read);
}

/** Full-text search in SQLite; a revision is indexed when it is first asked about. */
export class FullTextKnowledge implements KnowledgeIndex {
  readonly #db: Kysely<Database & KnowledgeTables>;
  readonly #read: ReadKnowledge;
  /** Revisions never change once published: what is indexed stays so. */
  readonly #indexed = new Map<string, Promise<void>>();

  /** @param db - Has the tables of the index. */
  constructor(db: Kysely<Database & KnowledgeTables>, read: ReadKnowledge) {
    this.#db = db;
    this.#read = read;
  }

  async search(revisionId: string, query: string, limit: number): Promise<Passage[]> {
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    await this.#ensureIndexed(revisionId);
    const match = terms.map(term => `"${term}"`).join(' OR ');
    // Matched within the revision only after the index: SQLite has no other way, and
    // bm25 is negative, better being less.
    const {rows} = await sql<{headings: string; body: string; rank: number}>`
      SELECT headings, body, bm25(knowledge_passages, 0, 1.5, 1) AS rank
      FROM knowledge_passages
      WHERE knowledge_passages MATCH ${match} AND revision_id = ${revisionId}
      ORDER BY rank LIMIT ${limit}`.execute(this.#db);
    return rows.map(({headings, body, rank}) => ({
      headings: headings ? headings.split(SEPARATOR) : [],
      text: body,
      score: -rank,
    }));
  }

  /** Two first questions at once index it once. */
  async #ensureIndexed(revisionId: string): Promise<void> {
    let indexing = this.#indexed.get(revisionId);
    if (!indexing) {
      indexing = this.#index(revisionId);
      this.#indexed.set(revisionId, indexing);
      indexing.catch(() => this.#indexed.delete(revisionId));
    }
    await indexing;
  }

  async #index(revisionId: string): Promise<void> {
    const knowledge = await this.#read(revisionId);
    if (knowledge === null) return;
    await this.#db.transaction().execute(async trx => {
      const known = await trx
        .selectFrom('knowledge_revisions')
        .select('revision_id')
        .where('revision_id', '=', revisionId)
        .executeTakeFirst();
      if (known) return;
      for (const {headings, text} of passagesOf(knowledge)) {
        await trx
          .insertInto('knowledge_passages')
          .values({revision_id: revisionId, headings: headings.join(SEPARATOR), body: text})
          .execute();
      }
      await trx.insertInto('knowledge_revisions').values({revision_id: revisionId}).execute();
    });
  }
}

/** Words of free text that the index can look up; never its query language. */
function termsOf(query: string): string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].slice(0, 64);
}
