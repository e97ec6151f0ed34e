import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {askedFor, volunteered} from '../../src/capture/classify.js';
import type {CaptureLanguage} from '../../src/capture/language.js';
import type {CaptureKind} from '../../src/contract/index.js';

/** Where nothing may be heard in what is nothing. */
const COUNTRIES = [undefined, 'US', 'GB', 'DE', 'AT', 'CH', 'ES', 'MX', 'FR', 'PT', 'BR', 'IT'];

/** What a language's rules have to recognise, and what they must leave alone. */
export interface CaptureTable {
  /** The agent's sentences and what they ask for. */
  asked: readonly (readonly [sentence: string, kind: CaptureKind | null])[];
  emails: readonly (readonly [utterance: string, value: string])[];
  phones: readonly (readonly [utterance: string, value: string, country?: string])[];
  /** The visitor's words that hold no contact detail, wherever they are said. */
  nothing: readonly string[];
}

/** What is volunteered, as `kind value`. */
export function heard(
  utterance: string,
  language: CaptureLanguage,
  country?: string,
): string | null {
  const found = volunteered(utterance, {language, country});
  return found && `${found.kind} ${found.value}`;
}

/** One test for each row. */
export function captureTable(
  name: string,
  language: CaptureLanguage,
  {asked, emails, phones, nothing}: CaptureTable,
): void {
  suite(`capture in ${name}`, () => {
    for (const [sentence, kind] of asked) {
      test(`${JSON.stringify(sentence)} asks for ${kind ?? 'nothing'}`, () => {
        assert.equal(askedFor(sentence, language), kind);
      });
    }
    for (const [utterance, value] of emails) {
      test(`${JSON.stringify(utterance)} gives an email`, () => {
        assert.equal(heard(utterance, language), `email ${value}`);
      });
    }
    for (const [utterance, value, country] of phones) {
      test(`${JSON.stringify(utterance)} gives a number in ${country ?? 'no known country'}`, () => {
        assert.equal(heard(utterance, language, country), `phone ${value}`);
      });
    }
    for (const utterance of nothing) {
      test(`${JSON.stringify(utterance)} gives nothing`, () => {
        for (const country of COUNTRIES) {
          assert.equal(heard(utterance, language, country), null, country);
        }
      });
    }
  });
}
