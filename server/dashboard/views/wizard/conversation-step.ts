import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {CaptureKind} from '../../../../src/contract/index.js';
import type {Settings} from '../../api/types.js';
import {isOn, numberOf, valueOf} from '../../ui/field.js';
import {base} from '../../ui/styles.js';
import {changed} from './draft-change.js';

/** Languages that the widget itself speaks. */
const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  ja: '日本語',
  zh: '中文',
  ar: 'العربية',
  he: 'עברית',
};
const KINDS: Readonly<Record<CaptureKind, string>> = {
  email: 'Email address',
  phone: 'Phone number',
  name: 'Name',
};

/** How it talks: language, modes, contact details, consent, limits. */
export class ConversationStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 28px;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 10px;
      }
      legend {
        padding: 0;
        font-weight: 500;
        margin-block-end: 8px;
      }
    `,
  ];

  @property({attribute: false}) settings: Settings | null = null;

  protected override render() {
    const {settings} = this;
    if (!settings) return nothing;
    const language = settings.locale.split('-', 1)[0] ?? 'en';
    return html`
      <wa-select
        label="Language"
        hint="Of the widget’s own words, where the visitor’s browser asks for no other"
        .value=${language in LANGUAGES ? language : 'en'}
        @change=${(event: Event) => changed(this, {locale: valueOf(event)})}
      >
        ${Object.entries(LANGUAGES).map(
          ([value, name]) => html`<wa-option value=${value}>${name}</wa-option>`,
        )}
      </wa-select>
      <fieldset>
        <legend>Visitors may</legend>
        ${this.#mode('voice', 'talk', settings)} ${this.#mode('text', 'type', settings)}
      </fieldset>
      <fieldset>
        <legend>Contact details to ask for</legend>
        ${(Object.keys(KINDS) as CaptureKind[]).map(kind => this.#kind(kind, settings))}
        <p class="quiet small">Visitors confirm each with one tap. You find them under Leads.</p>
      </fieldset>
      ${this.#consent(settings)} ${this.#limits(settings)}
    `;
  }

  #mode(mode: 'voice' | 'text', word: string, {modes}: Settings) {
    return html`<wa-checkbox
      .checked=${modes[mode]}
      @change=${(event: Event) => changed(this, {modes: {...modes, [mode]: isOn(event)}})}
      >${word}</wa-checkbox
    >`;
  }

  #kind(kind: CaptureKind, {capture: {kinds}}: Settings) {
    return html`<wa-checkbox
      .checked=${kinds.includes(kind)}
      @change=${(event: Event) => {
        const others = kinds.filter(one => one !== kind);
        changed(this, {capture: {kinds: isOn(event) ? [...others, kind] : others}});
      }}
      >${KINDS[kind]}</wa-checkbox
    >`;
  }

  #consent({consent, disclosure = ''}: Settings) {
    const {text = '', policyUrl = ''} = consent ?? {};
    const set = (next: {text: string; policyUrl: string}) => {
      const kept = next.policyUrl.trim() ? {policyUrl: next.policyUrl.trim()} : {};
      changed(this, {consent: next.text.trim() ? {text: next.text, ...kept} : null});
    };
    return html`<fieldset>
      <legend>Consent</legend>
      <wa-textarea
        label="Text that visitors agree to before they talk"
        hint="Left empty, nothing is asked"
        rows="3"
        maxlength="5000"
        .value=${text}
        @input=${(event: Event) => set({text: valueOf(event), policyUrl})}
      ></wa-textarea>
      <wa-input
        label="Privacy policy"
        type="url"
        placeholder="https://acme.com/privacy"
        .value=${policyUrl}
        ?disabled=${!text}
        @input=${(event: Event) => set({text, policyUrl: valueOf(event)})}
      ></wa-input>
      <wa-input
        label="How visitors are told that an AI speaks"
        hint="Left empty, the widget says it in its own words"
        maxlength="300"
        .value=${disclosure}
        @input=${(event: Event) => changed(this, {disclosure: valueOf(event) || null})}
      ></wa-input>
    </fieldset>`;
  }

  #limits({limits}: Settings) {
    const set = (change: Partial<Settings['limits']>) =>
      changed(this, {limits: {...limits, ...change}});
    return html`<fieldset>
      <legend>Limits</legend>
      <div class="columns">
        <wa-input
          label="Minutes a call may last"
          type="number"
          min="1"
          .value=${String(limits.maxCallSeconds / 60)}
          @input=${(event: Event) => set({maxCallSeconds: (numberOf(event) ?? 30) * 60})}
        ></wa-input>
        <wa-input
          label="Minutes of talk a day"
          hint="Left empty: without limit"
          type="number"
          min="1"
          .value=${String(limits.minutesPerDay ?? '')}
          @input=${(event: Event) => set({minutesPerDay: numberOf(event)})}
        ></wa-input>
      </div>
    </fieldset>`;
  }
}

customElements.define('aiw-conversation-step', ConversationStep);
