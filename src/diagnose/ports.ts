/** Something of the page's that its Content-Security-Policy has blocked. */
export interface Violation {
  /** `connect-src`, as the browser names it. */
  readonly directive: string;
  /** Origin or kind of what was blocked. */
  readonly blocked: string;
}

/** What the page and the browser tell of themselves. Null: not to be had here. */
export interface PageFacts {
  /** Address of the page, for its scheme and host. */
  readonly url: string;
  /** `null` as a text for an opaque origin. */
  readonly origin: string;
  readonly isSecure: boolean;
  readonly isFramed: boolean;
  /** `allow` of the frame element; null where it has none, or another origin's page holds it. */
  readonly allow: string | null;
  /** Whether Permissions-Policy lets this document use the microphone. */
  readonly policyAllowsMicrophone: boolean | null;
  readonly microphonePermission: PermissionState | null;
  /** Number of microphones that the browser knows. */
  readonly microphones: number | null;
  readonly hasAudio: boolean;
  /** Whether a press has allowed sound already. */
  readonly mayPlay: boolean | null;
  readonly localNetworkPermission: PermissionState | null;
  /** Names of the storage areas that throw or are missing. */
  readonly blockedStorage: readonly string[];
  /** Versions of each of Lit's parts that are on the page. */
  readonly lit: Readonly<Record<string, readonly string[]>>;
}

/** What trying showed. */
export interface TrialFacts {
  readonly violations: readonly Violation[];
  /** Whether the audio worklet can be loaded. */
  readonly worklet: boolean | null;
  /** Whether a WebSocket to the backend opens. */
  readonly stream: boolean;
  /** Answer of `/healthz`: its status, 0 where none could be read. */
  readonly health: {readonly status: number; readonly dateMs: number | null};
  /** Answer to resolve. */
  readonly resolve: {
    readonly ok: boolean;
    /** 0: no answer. */
    readonly status: number;
    readonly code?: string;
    readonly identityEnabled?: boolean;
    readonly hasVoice?: boolean;
  };
}

/** Everything a diagnosis is made from. */
export interface Facts {
  readonly page: PageFacts;
  readonly trials: TrialFacts;
  readonly backendUrl: string;
  readonly token: string;
  readonly visitorToken: string;
  /** Milliseconds since the epoch, by this device's clock, when `/healthz` was answered. */
  readonly nowMs: number;
}
