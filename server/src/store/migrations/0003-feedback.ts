import {sql, type Kysely, type Migration} from 'kysely';

/** One verdict a message, and one on the whole conversation: the latest. */
export const feedback: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      DELETE FROM feedback WHERE EXISTS (
        SELECT 1 FROM feedback AS later
        WHERE later.session_id = feedback.session_id
          AND coalesce(later.message_id, '') = coalesce(feedback.message_id, '')
          AND (later.at > feedback.at OR (later.at = feedback.at AND later.id > feedback.id))
      )`.execute(db);
    await sql`
      CREATE UNIQUE INDEX feedback_verdict
      ON feedback (session_id, coalesce(message_id, ''))`.execute(db);
  },
};
