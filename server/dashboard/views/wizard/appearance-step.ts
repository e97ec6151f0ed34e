import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {Settings} from '../../api/types.js';
import {valueOf} from '../../ui/field.js';
import '../../ui/live-preview.js';
import {base} from '../../ui/styles.js';
import {changed} from './draft-change.js';

type Look = Settings['appearance'];

const PLACEMENTS = {
  'bottom-right': 'Bottom right',
  'bottom-left': 'Bottom left',
  'top-right': 'Top right',
  'top-left': 'Top left',
  inline: 'In the page’s flow',
};
const VARIANTS = {orb: 'Orb', pill: 'Pill with a label', panel: 'Panel in the page'};
const SCHEMES = {auto: 'As the page', light: 'Light', dark: 'Dark'};
const ACCENTS = ['#3d63f5', '#0f766e', '#b4235a', '#7c3aed', '#c2410c', '#16181d'];

/** How it looks, with the real element beside. */
export class AppearanceStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      legend {
        padding: 0;
        font-weight: 500;
        margin-block-end: 8px;
      }
      .colours {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
      }
      .colours input[type='color'] {
        width: 44px;
        height: 44px;
        padding: 2px;
        border: 1px solid var(--wa-color-surface-border);
        border-radius: 10px;
        background: none;
        cursor: pointer;
      }
      button {
        width: 44px;
        height: 44px;
        padding: 0;
        border: 0;
        border-radius: 50%;
        cursor: pointer;
        background: none;
      }
      button svg {
        display: block;
        margin: auto;
      }
      button[aria-pressed='true'] {
        box-shadow: 0 0 0 2px var(--wa-color-text-normal);
      }
      button:focus-visible,
      input:focus-visible {
        outline: var(--wa-focus-ring);
        outline-offset: 2px;
      }
    `,
  ];

  @property() widgetId = '';
  @property({attribute: false}) settings: Settings | null = null;

  protected override render() {
    const {settings} = this;
    if (!settings) return nothing;
    const look = settings.appearance;
    const isPanel = look.variant === 'panel';
    return html`
      <div class="columns">
        ${this.#choice('Form', VARIANTS, look.variant ?? 'orb', variant =>
          this.#set({
            variant: variant as Look['variant'],
            ...(variant === 'panel' && {placement: 'inline'}),
          }),
        )}
        ${this.#choice(
          'Place',
          PLACEMENTS,
          look.placement ?? 'bottom-right',
          placement => this.#set({placement}),
          isPanel,
        )}
        ${this.#choice('Light or dark', SCHEMES, look.colorScheme ?? 'auto', colorScheme =>
          this.#set({colorScheme: colorScheme as Look['colorScheme']}),
        )}
        <wa-input
          label="Label"
          placeholder=${`Talk to ${settings.agent.name}`}
          maxlength="100"
          .value=${look.launcherLabel ?? ''}
          @input=${(event: Event) => this.#set({launcherLabel: valueOf(event).trim() || undefined})}
        ></wa-input>
      </div>
      ${this.#colours(look.accent ?? ACCENTS[0] ?? '')}
      <section class="stack tight" aria-label="Preview">
        <h2>As visitors will see it</h2>
        <aiw-live-preview .widgetId=${this.widgetId} .look=${look}></aiw-live-preview>
      </section>
    `;
  }

  #choice(
    label: string,
    options: Readonly<Record<string, string>>,
    value: string,
    set: (value: string) => void,
    isDisabled = false,
  ) {
    return html`<wa-select
      label=${label}
      .value=${value}
      ?disabled=${isDisabled}
      @change=${(event: Event) => set(valueOf(event))}
    >
      ${Object.entries(options).map(
        ([option, name]) => html`<wa-option value=${option}>${name}</wa-option>`,
      )}
    </wa-select>`;
  }

  #colours(accent: string) {
    const isHex = /^#[0-9a-f]{6}$/i.test(accent);
    return html`<fieldset>
      <legend>Colour</legend>
      <div class="colours">
        ${ACCENTS.map(
          colour =>
            html`<button
              type="button"
              aria-label=${colour}
              aria-pressed=${colour === accent}
              @click=${() => this.#set({accent: colour})}
            >
              <svg width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
                <circle cx="16" cy="16" r="15" fill=${colour}></circle>
              </svg>
            </button>`,
        )}
        <input
          type="color"
          aria-label="Another colour"
          .value=${isHex ? accent : '#3d63f5'}
          @input=${(event: Event) => this.#set({accent: valueOf(event)})}
        />
      </div>
    </fieldset>`;
  }

  #set(changes: Partial<Look>): void {
    if (this.settings) changed(this, {appearance: {...this.settings.appearance, ...changes}});
  }
}

customElements.define('aiw-appearance-step', AppearanceStep);
