import {request as requestHttp, type IncomingMessage} from 'node:http';
import {request as requestHttps} from 'node:https';
import {useAgent} from 'request-filtering-agent';
import type {Fetched, FetchText, PageFault} from '../domain/knowledge/site-import.js';

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 3 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/**
 * Reads a site's text for its operator.
 *
 * Addresses are judged as they are connected to, so that a name which leads to a private network,
 * at first or later, is refused there; each redirect is asked about before it is followed.
 *
 * @param allowPrivate - For a site on the operator's own machine.
 */
export function createFetchText(
  allowPrivate: boolean,
  {timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES} = {},
): FetchText {
  return async (address, isAllowed) => {
    const signal = AbortSignal.timeout(timeoutMs);
    let url = new URL(address);
    try {
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        if (!isAllowed(url)) return {fault: 'other-site'};
        const response = await get(url, {allowPrivate, signal});
        const {statusCode: status = 0, headers} = response;
        const isRedirect = status >= 300 && status < 400 && headers.location !== undefined;
        if (!isRedirect) return await read(response, url, maxBytes);
        response.destroy();
        if (!URL.canParse(headers.location ?? '', url.href)) return {fault: 'failed'};
        url = new URL(headers.location ?? '', url.href);
      }
      return {fault: 'too-many-redirects'};
    } catch (error) {
      return {fault: faultOf(error as Error, signal.aborted)};
    }
  };
}

function get(
  url: URL,
  {allowPrivate, signal}: {allowPrivate: boolean; signal: AbortSignal},
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const agent = useAgent(url.href, {
    allowPrivateIPAddress: allowPrivate,
    allowMetaIPAddress: allowPrivate,
  });
  const headers = {
    accept: 'text/html, application/xml, text/xml, text/plain',
    'accept-encoding': 'identity',
    'user-agent': 'aiw-server (knowledge import)',
  };
  return new Promise((resolve, reject) => {
    request(url, {agent, headers, signal}, resolve).on('error', reject).end();
  });
}

async function read(response: IncomingMessage, url: URL, maxBytes: number): Promise<Fetched> {
  const {statusCode: status = 0, headers} = response;
  const contentType = headers['content-type'] ?? '';
  const type = typeOf(contentType);
  if (status !== 200 || !type) {
    response.destroy();
    return {fault: status === 200 ? 'no-page' : `status-${status}`};
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) {
      response.destroy();
      return {fault: 'too-large'};
    }
    chunks.push(chunk as Buffer);
  }
  return {url: url.href, type, text: decoded(Buffer.concat(chunks), contentType), headers};
}

function typeOf(contentType: string): 'html' | 'xml' | 'text' | null {
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return 'html';
  if (/^(?:application|text)\/xml\b/i.test(contentType)) return 'xml';
  return /^text\/plain\b/i.test(contentType) ? 'text' : null;
}

/** By the header's character set, else by what the page says of itself, else as UTF-8. */
function decoded(bytes: Buffer, contentType: string): string {
  const inPage = /<meta[^>]+charset=["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1];
  const label = /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? inPage ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

function faultOf({message}: Error, isTimeout: boolean): PageFault {
  if (isTimeout) return 'timeout';
  return /is not allowed/.test(message) ? 'private-address' : 'failed';
}
