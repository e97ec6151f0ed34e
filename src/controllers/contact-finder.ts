import type {Contact, ContactFinder} from '../call/ports.js';
import {askedFor, volunteered} from '../capture/classify.js';
import type {CaptureLanguage} from '../capture/language.js';
import {loadLanguage} from '../capture/languages/load.js';
import {regionOf} from '../capture/locale.js';
import type {CaptureKind} from '../contract/index.js';

/** Finds contact details in English at once, and in the visitor's language once it is here. */
export class LoadingContactFinder implements ContactFinder {
  /** In which a number without a calling code is read, where the visitor's locale names one. */
  country?: string;
  #language?: CaptureLanguage;
  #locales = '';

  /** Fetches, once, the first language of `locales` that there is; the first also gives the country. */
  async use(...locales: readonly (string | undefined)[]): Promise<void> {
    if (this.#locales === locales.join()) return;
    this.#locales = locales.join();
    this.country = regionOf(locales[0]);
    // Without it the widget goes on in English and with what is written in digits and signs.
    this.#language = await loadLanguage(...locales).catch(() => undefined);
  }

  askedFor(text: string): CaptureKind | null {
    return askedFor(text, this.#language);
  }

  volunteered(text: string, expected: CaptureKind | null): Required<Contact> | null {
    return volunteered(text, {country: this.country, expected, language: this.#language});
  }
}
