import {createHash} from 'node:crypto';
import type {AskedConsent, Consent, GivenConsent} from '../../../../src/contract/index.js';
import {timestamp} from '../clock.js';
import type {ConsentRecord} from '../records/session-store.js';

/** A widget's consent as visitors are asked for it. */
export function askedConsent({text, policyUrl}: Consent): AskedConsent {
  const fingerprint = createHash('sha256').update(JSON.stringify([text, policyUrl ?? null]));
  const version = fingerprint.digest('hex').slice(0, 16);
  return {text, ...(policyUrl && {policyUrl}), version};
}

/** Whether a visitor's consent, or the lack of it, will do. Consent to another text is none. */
export function isConsented(asked: Consent | undefined, given: GivenConsent | undefined): boolean {
  return !asked || given?.version === askedConsent(asked).version;
}

/** What is kept of a consent with its session; a clock that runs ahead is set right. */
export function recordedConsent(
  asked: Consent | undefined,
  given: GivenConsent | undefined,
  now: number,
): ConsentRecord | null {
  if (!asked || !given) return null;
  const agreedAt = timestamp(Math.min(Date.parse(given.agreed_at), now));
  return {version: given.version, agreedAt};
}
