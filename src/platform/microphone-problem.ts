import type {MicrophoneProblem} from '../call/ports.js';
import {warnOnce} from '../errors.js';

/** The console's words for each problem: cause and fix (§2.1, §2.2, §9.1). */
const LINES: Readonly<Record<MicrophoneProblem, string>> = {
  insecure:
    'Microphone API is not available on this page. Most common cause: the page is served over plain HTTP. Serve it over HTTPS (localhost is exempt).',
  policy:
    "Microphone blocked by this page's Permissions-Policy header. Add microphone=(self) to the header that your server sends with this page.",
  frame:
    'Microphone blocked by this page\'s Permissions-Policy header. The page is in an iframe: add allow="microphone" to the iframe element, and allow the microphone for this origin in the header of the parent page.',
  denied:
    "getUserMedia denied (NotAllowedError). The visitor or the browser has blocked the microphone for this site; only the visitor can un-block it, in the browser's site settings.",
  dismissed:
    'getUserMedia denied (NotAllowedError). The visitor closed the prompt without an answer and can be asked again.',
  missing:
    'No microphone hardware available. Connect a microphone, or enable it in the system settings.',
  busy: 'Microphone exists but is in use by another application. Close the other application and try again.',
  lost: 'The microphone was disconnected during the call. The call goes on by text.',
  unknown: 'The microphone could not be opened. The call goes on by text.',
};

/** Puts a microphone problem into words for the site's developer. */
export function explainMicrophone(problem: MicrophoneProblem): void {
  warnOnce('mic', LINES[problem]);
}

/** What forbids the microphone before anybody is asked; null where nothing is known to. */
export function findObstacle(): MicrophoneProblem | null {
  // `isSecureContext` is false and `mediaDevices` undefined on plain HTTP.
  if (!navigator.mediaDevices?.getUserMedia) return 'insecure';
  return findPolicy();
}

/** Names what `getUserMedia` threw. */
export async function problemOf(error: unknown): Promise<MicrophoneProblem> {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return findPolicy() ?? ((await permissionState()) === 'prompt' ? 'dismissed' : 'denied');
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unknown';
  }
}

/** Whose rule forbids the microphone. Chromium tells; elsewhere the browser's own answer decides. */
function findPolicy(): 'policy' | 'frame' | null {
  const {featurePolicy} = document as Document & {
    featurePolicy?: {allowsFeature(feature: string): boolean};
  };
  if (featurePolicy?.allowsFeature('microphone') ?? true) return null;
  return window === window.top ? 'policy' : 'frame';
}

/** What the browser has been told about the microphone; `unknown` where it does not say. */
export async function permissionState(): Promise<PermissionState | 'unknown'> {
  try {
    const status = await navigator.permissions.query({name: 'microphone' as PermissionName});
    return status.state;
  } catch {
    return 'unknown';
  }
}
