import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Collects this worker thread's garbage, in a few milliseconds.
 *
 * The models' memory is native, behind tiny objects: left to itself the collector waits until
 * 100 MB of it have piled up. Not after the answer, because a thread of the pool sleeps then.
 */
export function collectGarbage(): void {
  collect();
}
