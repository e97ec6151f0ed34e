import {request as requestHttp, type IncomingMessage} from 'node:http';
import {request as requestHttps} from 'node:https';
import {useAgent} from 'request-filtering-agent';
import {Webhook} from 'standardwebhooks';
import {
  DeliveryError,
  type SendWebhook,
  type SignedMessage,
} from '../domain/webhooks/webhook-courier.js';

/** An operator's system has so long to answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

/**
 * Posts signed messages after the Standard Webhooks specification.
 *
 * Addresses are judged as they are connected to, not as they are written: a name that leads to a
 * private network, at first or later, is refused there. Redirects are not followed.
 *
 * @param allowPrivate - Whether systems on private networks may be told.
 */
export function createWebhookSender(
  allowPrivate: boolean,
  timeoutMs: number = TIMEOUT_MS,
): SendWebhook {
  return (message, stopping) => {
    const {url, id, timestamp, body, secret} = message;
    const signature = new Webhook(secret).sign(id, new Date(timestamp * 1000), body);
    return post(message, signature, agentFor(url, allowPrivate), {
      timeout: AbortSignal.timeout(timeoutMs),
      stopping,
    });
  };
}

function post(
  {url, id, timestamp, body}: SignedMessage,
  signature: string,
  agent: ReturnType<typeof agentFor>,
  ends: Readonly<Record<'timeout' | 'stopping', AbortSignal>>,
): Promise<number> {
  const request = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'aiw-server',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signature,
  };
  return new Promise((resolve, reject) => {
    const options = {method: 'POST', agent, headers, signal: AbortSignal.any(Object.values(ends))};
    const sending = request(url, options, (response: IncomingMessage) => {
      // Nobody needs what is said, and it may be without end.
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sending.on('error', error => reject(new DeliveryError(codeOf(error, ends.timeout.aborted))));
    sending.end(body);
  });
}

function agentFor(url: string, allowPrivate: boolean) {
  return useAgent(url, {allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate});
}

/** A short code; the error's own words may name addresses. */
function codeOf(error: NodeJS.ErrnoException, isTimeout: boolean): string {
  if (isTimeout) return 'timeout';
  if (/is not allowed/.test(error.message)) return 'private-address';
  return error.code ?? 'failed';
}
