import {once} from 'node:events';
import {createServer} from 'node:net';

/** A port of loopback that nobody has now. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || !address) throw new Error('No port.');
  return address.port;
}
