import './limits/retention.js';
import './limits/webhook.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import {css, html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {CaptureKind} from '../../../src/contract/index.js';
import type {Settings, SettingsChanges, Widget} from '../api/types.js';
import {DraftView} from '../ui/draft-view.js';
import {longField, numberField, switchField, textField} from '../ui/fields.js';
import {widgetHead} from '../ui/widget-head.js';
import {languageName} from './limits/language-name.js';
import type {RetentionPart} from './limits/retention.js';

type Limits = Settings['limits'];

const ABOUT =
  'How much may be talked, in which language and by which way, what visitors are told, and how long what they said is kept.';
const KINDS: readonly [CaptureKind, string][] = [
  ['email', 'Email address'],
  ['phone', 'Phone number'],
  ['name', 'Name'],
];

/** `/widgets/:id/limits`: limits of calls, languages, privacy, retention, and the webhook. */
export class LimitsView extends DraftView {
  static override styles = [
    ...[DraftView.styles].flat(),
    css`
      .three {
        display: grid;
        gap: 16px 20px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
        align-items: start;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 10px;
        align-content: start;
      }
      legend {
        padding: 0 0 8px;
        font-weight: 550;
      }
    `,
  ];

  protected override partOf(settings: Settings): SettingsChanges {
    const {limits, locale, modes, capture, disclosure, consent} = settings;
    const policyUrl = consent?.policyUrl?.trim();
    return {
      ...{limits, locale: locale.trim(), modes, capture},
      disclosure: disclosure?.trim() || null,
      consent: consent ? {text: consent.text.trim(), ...(policyUrl && {policyUrl})} : null,
    };
  }

  protected override get isUnsaved(): boolean {
    const retention = this.renderRoot.querySelector<RetentionPart>('aiw-retention-part');
    return super.isUnsaved || retention?.isUnsaved === true;
  }

  protected override body(widget: Widget, settings: Settings) {
    return html`${widgetHead(widget, 'Limits and privacy', ABOUT)} ${this.publishNote()}
      ${this.#limits(settings.limits)}
      <div class="columns">${this.#talk(settings)} ${this.#captures(settings)}</div>
      ${this.#words(settings)}
      <aiw-retention-part
        .widgetId=${widget.id}
        .retention=${widget.retention}
      ></aiw-retention-part>
      <aiw-webhook-part .widgetId=${widget.id} .url=${widget.webhookUrl}></aiw-webhook-part>`;
  }

  #limits(limits: Limits) {
    return html`<section class="card" aria-labelledby="limits">
      <header>
        <h2 id="limits">Limits of calls</h2>
        <p class="quiet">What is left empty is not limited.</p>
      </header>
      <div class="three">
        ${this.#limit(limits, 'maxCallSeconds', {
          ...{label: 'Longest call, in seconds', hint: 'Such as 1800 for half an hour'},
          ...{min: 10, max: 86_400},
        })}
        ${this.#limit(limits, 'idleSeconds', {
          ...{label: 'Silence that ends a call, in seconds', hint: '', min: 5, max: 86_400},
        })}
        ${this.#limit(limits, 'callsAtOnce', {
          ...{label: 'Calls at once', hint: 'Of the whole widget', min: 1, max: 100_000},
        })}
        ${this.#limit(limits, 'callsPerAddress', {
          ...{label: 'Calls at once from one address', min: 1, max: 100_000},
          hint: 'An office may share one address',
        })}
        ${this.#limit(limits, 'minutesPerDay', {
          ...{label: 'Minutes a day', min: 1, max: 1_000_000},
          hint: 'Of all calls together: what it may cost at most',
        })}
      </div>
      ${switchField({
        label: 'Pages on localhost may use it too',
        value: limits.allowLocalhost ?? true,
        hint: 'For your developers. Switch it off when the site is finished.',
        isDisabled: !this.mayEdit,
        onChange: allowLocalhost => this.change({limits: {...limits, allowLocalhost}}),
      })}
    </section>`;
  }

  #limit(
    limits: Limits,
    name: Exclude<keyof Limits, 'allowLocalhost'>,
    words: {label: string; hint: string; min: number; max: number},
  ) {
    return numberField({
      ...words,
      value: limits[name] ?? null,
      fault: this.faultOf(`limits.${name}`),
      isDisabled: !this.mayEdit,
      onChange: value => {
        const {[name]: _, ...rest} = limits;
        this.change({limits: (value === null ? rest : {...rest, [name]: value}) as Limits});
      },
    });
  }

  #talk({locale, modes}: Settings) {
    return html`<section class="card" aria-labelledby="talk">
      <h2 id="talk">Language and ways to talk</h2>
      ${textField({
        label: 'Language',
        value: locale,
        hint: languageName(locale) || 'A language tag, such as en, de or de-AT',
        fault: this.faultOf('locale'),
        maxlength: 35,
        isDisabled: !this.mayEdit,
        onChange: value => this.change({locale: value}),
      })}
      <fieldset>
        <legend>Visitors may</legend>
        ${this.#box('Speak', modes.voice, voice => this.change({modes: {...modes, voice}}))}
        ${this.#box('Write', modes.text, text => this.change({modes: {...modes, text}}))}
        ${this.#fault('modes')}
      </fieldset>
    </section>`;
  }

  #captures({capture: {kinds}}: Settings) {
    const set = (kind: CaptureKind) => (isOn: boolean) =>
      this.change({
        capture: {
          kinds: KINDS.map(([one]) => one).filter(one =>
            one === kind ? isOn : kinds.includes(one),
          ),
        },
      });
    return html`<section class="card" aria-labelledby="captures">
      <h2 id="captures">Contact details</h2>
      <fieldset>
        <legend>The agent may offer to note</legend>
        ${KINDS.map(([kind, name]) => this.#box(name, kinds.includes(kind), set(kind)))}
        ${this.#fault('capture.kinds')}
      </fieldset>
      <p class="quiet small">Visitors confirm each one before it is kept.</p>
    </section>`;
  }

  #words({disclosure = '', consent}: Settings) {
    const isDisabled = !this.mayEdit;
    return html`<section class="card" aria-labelledby="words">
      <header>
        <h2 id="words">What visitors are told</h2>
      </header>
      ${longField({
        label: 'That they talk with an AI',
        value: disclosure,
        placeholder: 'You are talking with an AI assistant.',
        hint: 'Left empty, the widget says it in the visitor’s language.',
        fault: this.faultOf('disclosure'),
        ...{maxlength: 300, rows: 2, isDisabled},
        onChange: value => this.change({disclosure: value}),
      })}
      ${switchField({
        label: 'Ask for consent before a call',
        value: consent !== undefined,
        hint: 'No call begins until the visitor has agreed to your text.',
        isDisabled,
        onChange: isOn =>
          this.change({
            consent: isOn ? (this.widget?.settings.consent ?? {text: ''}) : undefined,
          } as Partial<Settings>),
      })}
      ${consent ? this.#consent(consent) : nothing}
    </section>`;
  }

  #consent(consent: NonNullable<Settings['consent']>) {
    const isDisabled = !this.mayEdit;
    return html`<div class="aside">
      ${longField({
        label: 'Text of the consent',
        value: consent.text,
        placeholder: 'What you say is written down and kept for 30 days …',
        fault: this.faultOf('consent.text'),
        ...{maxlength: 5000, isDisabled},
        onChange: text => this.change({consent: {...consent, text}}),
      })}
      ${textField({
        label: 'Address of your privacy policy (optional)',
        value: consent.policyUrl ?? '',
        placeholder: 'https://acme.com/privacy',
        fault: this.faultOf('consent.policyUrl'),
        ...{type: 'url', maxlength: 2000, isDisabled},
        onChange: policyUrl => this.change({consent: {...consent, policyUrl}}),
      })}
    </div>`;
  }

  #box(label: string, value: boolean, onChange: (value: boolean) => void) {
    return html`<wa-checkbox
      .checked=${live(value)}
      ?disabled=${!this.mayEdit}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
      >${label}</wa-checkbox
    >`;
  }

  #fault(path: string) {
    const fault = this.faultOf(path);
    return fault ? html`<p class="error" role="alert">${fault}</p>` : nothing;
  }
}

customElements.define('aiw-limits-view', LimitsView);
