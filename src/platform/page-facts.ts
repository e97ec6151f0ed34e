import type {PageFacts} from '../diagnose/ports.js';

/** Non-standard or newer than TypeScript's DOM library. */
interface PolicyDocument extends Document {
  permissionsPolicy?: {allowsFeature(feature: string): boolean};
  featurePolicy?: {allowsFeature(feature: string): boolean};
}
interface AutoplayNavigator extends Navigator {
  getAutoplayPolicy?(type: 'audiocontext'): 'allowed' | 'allowed-muted' | 'disallowed';
}

/** Names under which browsers have the permission to reach into a local network. */
const LOCAL_NETWORK = ['local-network-access', 'loopback-network', 'local-network'];
const LIT_PARTS = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions'];

/** What this page and browser tell of themselves. Asks for nothing and writes nothing. */
export async function readPageFacts(): Promise<PageFacts> {
  const {permissionsPolicy, featurePolicy}: PolicyDocument = document;
  const [microphonePermission, localNetworkPermission, microphones] = await Promise.all([
    permission(['microphone']),
    permission(LOCAL_NETWORK),
    countMicrophones(),
  ]);
  return {
    url: location.href,
    origin: self.origin,
    isSecure: isSecureContext,
    isFramed: window !== window.parent,
    allow: allowOfFrame(),
    policyAllowsMicrophone:
      (permissionsPolicy ?? featurePolicy)?.allowsFeature('microphone') ?? null,
    microphonePermission,
    microphones,
    hasAudio: typeof AudioContext === 'function',
    mayPlay: mayPlay(),
    localNetworkPermission,
    blockedStorage: (['localStorage', 'sessionStorage'] as const).filter(isBlocked),
    lit: Object.fromEntries(LIT_PARTS.map(part => [part, versionsOf(part)])),
  };
}

async function permission(names: readonly string[]): Promise<PermissionState | null> {
  for (const name of names) {
    try {
      return (await navigator.permissions.query({name: name as PermissionName})).state;
    } catch {
      // This browser does not know it by that name.
    }
  }
  return null;
}

async function countMicrophones(): Promise<number | null> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({kind}) => kind === 'audioinput').length;
  } catch {
    return null;
  }
}

function mayPlay(): boolean | null {
  const {getAutoplayPolicy, userActivation}: AutoplayNavigator = navigator;
  if (getAutoplayPolicy) return getAutoplayPolicy.call(navigator, 'audiocontext') === 'allowed';
  return userActivation?.hasBeenActive ?? null;
}

/** `frameElement` is null where the page around is of another origin. */
function allowOfFrame(): string | null {
  try {
    return window.frameElement?.getAttribute('allow') ?? null;
  } catch {
    return null;
  }
}

function isBlocked(area: 'localStorage' | 'sessionStorage'): boolean {
  try {
    // Reading is enough to be refused; a page is not written to before its visitor acts.
    window[area].getItem('');
    return false;
  } catch {
    return true;
  }
}

function versionsOf(part: string): readonly string[] {
  const versions = (window as unknown as Record<string, unknown>)[part];
  return Array.isArray(versions) ? versions.map(String) : [];
}
