import type {CaptureKind} from '../../../src/contract/index.js';

/** What a widget may ask for, in the order in which it is listed. */
export const CAPTURE_KINDS: readonly CaptureKind[] = ['email', 'phone', 'name'];
