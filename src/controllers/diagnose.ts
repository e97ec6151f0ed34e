/** A page's diagnosis: fetched when somebody asks for it, and no part of a call. */
import {post, type ApiResult} from '../api/post.js';
import type {ResolveRequest, ResolveResponse} from '../contract/index.js';
import {diagnose} from '../diagnose/diagnose.js';
import type {Facts, TrialFacts} from '../diagnose/ports.js';
import type {DiagnosticReport} from '../diagnose/report.js';
import {defaultBackendUrl} from '../platform/default-backend.js';
import {readPageFacts} from '../platform/page-facts.js';
import {tryBackend} from '../platform/page-trials.js';
import {printReport} from './print-report.js';

export type {DiagnosticReport};

/** What a widget says of itself. */
interface Subject {
  readonly token: string;
  readonly backendUrl: string;
  readonly visitorToken: string;
}

/**
 * Looks at the page, the backend and the device, and prints what it finds.
 *
 * Rejects where `backendUrl` is no address at all; what is wrong otherwise is in the report.
 */
export async function diagnosePage(subject: Subject): Promise<DiagnosticReport> {
  const {token, visitorToken} = subject;
  const {href} = new URL(subject.backendUrl || defaultBackendUrl(), document.baseURI);
  const backendUrl = href.replace(/\/+$/, '');
  const request: ResolveRequest = {token};
  const resolve = async () =>
    summary(await post<ResolveResponse>(backendUrl, '/api/widget/resolve', request));
  const [page, trials] = await Promise.all([readPageFacts(), tryBackend(backendUrl, resolve)]);
  const facts: Facts = {page, trials, backendUrl, token, visitorToken, nowMs: Date.now()};
  const report = diagnose(facts);
  printReport(report);
  return report;
}

function summary(result: ApiResult<ResolveResponse>): TrialFacts['resolve'] {
  if (!result.ok) return {ok: false, status: result.status, code: result.code};
  const {identity, modes} = result.value;
  return {ok: true, status: 200, identityEnabled: identity.enabled, hasVoice: modes.voice};
}
