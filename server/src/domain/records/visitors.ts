/** Who is to be forgotten. */
export type VisitorQuery = {email: string} | {sub: string};

/** How much was erased. */
export interface Erasure {
  sessions: number;
  captures: number;
  turns: number;
}

/** Forgets a visitor: captures, transcripts and claims go, the sessions' counts stay. */
export interface VisitorStore {
  erase(visitor: VisitorQuery): Promise<Erasure>;
}
