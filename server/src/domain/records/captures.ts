import parsePhoneNumber, {isSupportedCountry, type CountryCode} from 'libphonenumber-js';
import {regionOf} from '../../../../src/capture/locale.js';
import {normalizeCapture} from '../../../../src/capture/normalize.js';
import type {Capture, CaptureKind, CaptureRequest} from '../../../../src/contract/index.js';
import {timestamp, type Clock} from '../clock.js';
import type {SessionRecord} from './session-store.js';

/** Contact details. */
export interface CaptureStore {
  /** Resolves once the row is on disk. The stored row is the first one of its id. */
  put(capture: Capture, widgetId: string): Promise<{capture: Capture; created: boolean}>;
  list(sessionId?: string): Promise<Capture[]>;
}

/** Keeps the contact details that visitors confirm. */
export interface Captures {
  /**
   * Resolves once the row is on disk; null where the value is not of its kind.
   * The same id gives the same row again, with `created` false.
   */
  put(
    session: SessionRecord,
    request: CaptureRequest,
  ): Promise<{capture: Capture; created: boolean} | null>;
}

export function createCaptures(store: CaptureStore, clock: Clock): Captures {
  return {
    async put({id: sessionId, widgetId, locale}, {id, kind, value, source, prefilled}) {
      const normal = normalizeContact(kind, value, locale);
      if (normal === null) return null;
      const createdAt = timestamp(clock.now());
      return store.put(
        {id, sessionId, kind, value: normal, source, prefilled, createdAt},
        widgetId,
      );
    },
  };
}

/**
 * The form in which a contact detail is stored; null where it is not of its kind.
 *
 * Phone numbers by the full numbering plan: `(415) 555-2671` from `en-US` is `+14155552671`.
 */
export function normalizeContact(
  kind: CaptureKind,
  value: string,
  locale: string | null,
): string | null {
  const country = countryOf(locale);
  // What the widget took for a number is never refused here: the visitor has seen it accepted.
  if (kind === 'phone') return e164(value, country) ?? normalizeCapture(kind, value, country);
  return normalizeCapture(kind, value);
}

function e164(value: string, country: CountryCode | undefined): string | null {
  if (value.length > 100) return null;
  const phone = parsePhoneNumber(value, {defaultCountry: country, extract: false});
  return phone?.isPossible() ? phone.number : null;
}

function countryOf(locale: string | null): CountryCode | undefined {
  const region = regionOf(locale);
  return region && isSupportedCountry(region) ? region : undefined;
}
