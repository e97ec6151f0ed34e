import type {OrbState} from '../../call/orb-state.js';

const MIC =
  'M12 3.5a3 3 0 0 0-3 3V12a3 3 0 0 0 6 0V6.5a3 3 0 0 0-3-3ZM6 11.5a6 6 0 0 0 12 0M12 17.5v3';
const DOTS = 'M6 12h.01M12 12h.01M18 12h.01';

/** Path of the sign that tells a state without colour or motion, on a 24-unit square. */
export const MARKS: Readonly<Record<OrbState, string>> = {
  idle: '',
  connecting: DOTS,
  listening: MIC,
  thinking: DOTS,
  speaking: 'M6 10.5v3M10 7v10M14 9v6M18 10.5v3',
  muted: MIC + 'M4.5 4.5l15 15',
  reconnecting: 'M19 12a7 7 0 1 1-2.2-5.1M17 3v4h-4',
  failed: 'M12 5.5v8M12 18h.01',
};
