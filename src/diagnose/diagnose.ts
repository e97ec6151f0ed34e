import {
  checkBackend,
  checkClock,
  checkLive,
  checkLocalNetwork,
  checkOrigin,
  checkToken,
} from './backend-checks.js';
import {checkAutoplay, checkMicrophone} from './device-checks.js';
import {
  checkCsp,
  checkFrame,
  checkLit,
  checkPermissionsPolicy,
  checkSecureContext,
  checkStorage,
} from './page-checks.js';
import type {Facts} from './ports.js';
import type {DiagnosticId, DiagnosticReport, Outcome} from './report.js';
import {checkVisitorToken} from './visitor-token-check.js';

/** Every check, in the order of the report: what has to be mended first stands first. */
const CHECKS: Readonly<Record<DiagnosticId, (facts: Facts) => Outcome>> = {
  'secure-context': checkSecureContext,
  iframe: checkFrame,
  'permissions-policy': checkPermissionsPolicy,
  csp: checkCsp,
  lit: checkLit,
  storage: checkStorage,
  backend: checkBackend,
  token: checkToken,
  origin: checkOrigin,
  live: checkLive,
  clock: checkClock,
  'local-network': checkLocalNetwork,
  'visitor-token': checkVisitorToken,
  microphone: checkMicrophone,
  autoplay: checkAutoplay,
};

/** Judges the facts of a page. */
export function diagnose(facts: Facts): DiagnosticReport {
  return Object.entries(CHECKS).map(([id, check]) => ({id: id as DiagnosticId, ...check(facts)}));
}
