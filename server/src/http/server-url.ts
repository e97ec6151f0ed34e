import type {Request} from 'express';

/**
 * Address of this server as the visitor's browser reaches it, without a trailing slash.
 *
 * @param publicUrl - The operator's word for it; null: what the request was sent to.
 */
export function serverUrl(request: Request, publicUrl: string | null): string {
  return publicUrl ?? `${request.protocol}://${request.host || 'localhost'}`;
}

/** The stream of a session, with `ws:` for `http:` and `wss:` for `https:`. */
export function streamUrl(base: string, sessionId: string): string {
  return `${base.replace(/^http/, 'ws')}/api/sessions/${sessionId}/stream`;
}
