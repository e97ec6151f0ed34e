import type {TrialFacts, Violation} from '../diagnose/ports.js';
import {canLoadWorklet} from './audio/worklet-trial.js';

/** How long each trial may take, in milliseconds. */
const TIMEOUT_MS = 5_000;

/**
 * Tries what a call needs, `resolve` among it, and listens to what the page's policy blocks
 * meanwhile. Makes no session and asks for no microphone.
 */
export async function tryBackend(
  backendUrl: string,
  resolve: () => Promise<TrialFacts['resolve']>,
): Promise<TrialFacts> {
  const violations: Violation[] = [];
  const note = ({effectiveDirective, blockedURI, sourceFile}: SecurityPolicyViolationEvent) => {
    if (!isOurs(blockedURI, backendUrl) && !isOurs(sourceFile, backendUrl)) return;
    violations.push({directive: effectiveDirective, blocked: originOf(blockedURI)});
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    const [worklet, stream, health, resolved] = await Promise.all([
      canLoadWorklet(),
      openStream(backendUrl),
      askHealth(backendUrl),
      resolve(),
    ]);
    // Violations are told in a task of their own.
    await new Promise(done => setTimeout(done));
    return {violations, worklet, stream, health, resolve: resolved};
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** Whether a socket to the backend opens; without a session's token it is closed again (4401). */
function openStream(backendUrl: string): Promise<boolean> {
  return new Promise(resolve => {
    let socket: WebSocket | undefined;
    const finish = (opened: boolean) => {
      clearTimeout(timer);
      socket?.close();
      resolve(opened);
    };
    const timer = setTimeout(() => finish(false), TIMEOUT_MS);
    try {
      socket = new WebSocket(`${backendUrl.replace(/^http/, 'ws')}/api/sessions/diagnose/stream`);
      socket.onopen = () => finish(true);
      socket.onerror = () => finish(false);
    } catch {
      finish(false);
    }
  });
}

async function askHealth(backendUrl: string): Promise<TrialFacts['health']> {
  try {
    const response = await fetch(`${backendUrl}/healthz`, {
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const dateMs = Date.parse(response.headers.get('Date') ?? '');
    return {status: response.status, dateMs: Number.isNaN(dateMs) ? null : dateMs};
  } catch {
    return {status: 0, dateMs: null};
  }
}

/** Whether a violation is about the backend, or about what this module did. */
function isOurs(address: string, backendUrl: string): boolean {
  const hosts = [backendUrl, import.meta.url].map(url => new URL(url).host);
  return URL.canParse(address) && hosts.includes(new URL(address).host);
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : address;
}
