/**
 * Entry of a worker thread when the server runs from its TypeScript sources:
 * a thread does not inherit the loader (https://github.com/privatenumber/tsx/issues/354).
 */
import Tinypool from 'tinypool';
import {register} from 'tsx/esm/api';

register();
const {entry} = Tinypool.workerData;
export default (await import(entry)).default;
