/** What is looked at, in the order of the report. */
export type DiagnosticId =
  | 'secure-context'
  | 'iframe'
  | 'permissions-policy'
  | 'csp'
  | 'lit'
  | 'storage'
  | 'backend'
  | 'token'
  | 'origin'
  | 'live'
  | 'clock'
  | 'local-network'
  | 'visitor-token'
  | 'microphone'
  | 'autoplay';

/** `unknown`: this browser does not tell, or something before it has to be mended first. */
export type DiagnosticStatus = 'ok' | 'warn' | 'fail' | 'unknown';

/** One thing that was looked at. */
export interface Diagnostic {
  readonly id: DiagnosticId;
  readonly status: DiagnosticStatus;
  /** What was found, in a sentence; no token, secret or contact detail. */
  readonly found: string;
  /** What to do, ready to paste where there is something to paste; empty where nothing is to be done. */
  readonly fix: string;
}

/** What `diagnose()` gives: every check once. */
export type DiagnosticReport = readonly Diagnostic[];

/** A check's outcome, without its name. */
export type Outcome = Omit<Diagnostic, 'id'>;

export const ok = (found: string): Outcome => ({status: 'ok', found, fix: ''});
export const unknown = (found: string): Outcome => ({status: 'unknown', found, fix: ''});
export const warn = (found: string, fix: string): Outcome => ({status: 'warn', found, fix});
export const fail = (found: string, fix: string): Outcome => ({status: 'fail', found, fix});
