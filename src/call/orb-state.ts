/** What an orb shows. */
export const ORB_STATES = [
  'idle',
  'connecting',
  'listening',
  'thinking',
  'speaking',
  'muted',
  'reconnecting',
  'failed',
] as const;

/** One of {@link ORB_STATES}. */
export type OrbState = (typeof ORB_STATES)[number];
