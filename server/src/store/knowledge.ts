import {type Kysely, sql} from 'kysely';
import type {KnowledgeIndex, Passage} from '../domain/conversation.js';
import {passagesOf} from '../domain/passages.js';
import type {Database} from './schema.js';

/** Tables of the full-text index, beside those of the store. */
export type KnowledgeTables = {
  knowledge_passages: {revision_id: string; headings: string; body: string};
  knowledge_revisions: {revision_id: string};
};

type KnowledgeDatabase = Database & KnowledgeTables;

/** Between the headings of a passage, in one column. */
const SEPARATOR = '\n';

/** Full-text search in SQLite; a revision is indexed when it is first asked about. */
export class SqliteKnowledge implements KnowledgeIndex {
  readonly #db: Kysely<KnowledgeDatabase>;
  /** Revisions never change once published: what is indexed stays so. */
  readonly #indexed = new Map<string, Promise<void>>();

  constructor(db: Kysely<Database>) {
    this.#db = db.withTables<KnowledgeTables>();
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
    await this.#db.transaction().execute(async trx => {
      const known = await trx
        .selectFrom('knowledge_revisions')
        .select('revision_id')
        .where('revision_id', '=', revisionId)
        .executeTakeFirst();
      if (known) return;
      const revision = await trx
        .selectFrom('revisions')
        .select('settings')
        .where('id', '=', revisionId)
        .executeTakeFirst();
      if (!revision) return;
      const {knowledge} = JSON.parse(revision.settings) as {knowledge?: string};
      for (const {headings, text} of passagesOf(knowledge ?? '')) {
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
