import {askedFor, type Hearing} from '../../../../src/capture/classify.js';
import {languageOf} from '../../../../src/capture/languages/all.js';
import {regionOf} from '../../../../src/capture/locale.js';
import type {CaptureKind} from '../../../../src/contract/index.js';
import type {BrainInit} from './brain.js';
import {SENTENCES} from './sentences.js';

/** How the visitor's contact details stand, as far as the agent's own words show it. */
export interface Contacts {
  /** Whether the widget would show its pill for a kind: wanted, and not waved away. */
  takes(kind: CaptureKind): boolean;
  isNoted(kind: CaptureKind): boolean;
  /** By which the visitor can be asked to be reached; null: by none. */
  askable: 'email' | 'phone' | null;
  /** They were asked before: once is enough. */
  hasAsked: boolean;
}

/** Hears as the visitor's widget does: what is on its screen is what the agent speaks of. */
export function hearingAfter(
  question: string,
  {locale, widget}: Pick<BrainInit, 'locale' | 'widget'>,
): Hearing {
  const language = languageOf(locale, widget.settings.locale);
  return {country: regionOf(locale), language, expected: askedFor(question, language)};
}

/** Reads the state of contact details from all that the agent has said in a call. */
export function contactsAfter(agent: readonly string[], kinds: readonly CaptureKind[]): Contacts {
  const said = new Set(agent);
  const takes = (kind: CaptureKind) =>
    kinds.includes(kind) && !said.has(SENTENCES.capture.dismissed[kind]);
  const reachable = ['email', 'phone'] as const;
  return {
    takes,
    isNoted: kind => said.has(SENTENCES.capture.submitted[kind]),
    askable: reachable.find(takes) ?? null,
    hasAsked: reachable.some(kind =>
      [SENTENCES.unknown(kind), SENTENCES.human(kind)].some(text => said.has(text)),
    ),
  };
}

/** What to say to a contact detail that the visitor gives, or means to give. */
export function replyToContact(
  {kind, isHeard}: {kind: 'email' | 'phone'; isHeard: boolean},
  contacts: Contacts,
): string {
  if (!contacts.takes(kind)) return SENTENCES.notKept;
  if (isHeard) return contacts.isNoted(kind) ? SENTENCES.notedAgain(kind) : SENTENCES.noted(kind);
  return SENTENCES.missed(kind);
}

/** What to say to a visitor who wants to be called back, or to speak with somebody. */
export function replyToCallback({askable, isNoted}: Contacts): string {
  if (isNoted('email') || isNoted('phone')) return SENTENCES.humanNoted;
  return askable ? SENTENCES.human(askable) : SENTENCES.humanPlain;
}

/** What to say where the knowledge has no answer. */
export function replyToUnknown({askable, isNoted, hasAsked}: Contacts): string {
  if (isNoted('email') || isNoted('phone')) return SENTENCES.unknownAgain;
  return askable && !hasAsked ? SENTENCES.unknown(askable) : SENTENCES.unknownPlain;
}
