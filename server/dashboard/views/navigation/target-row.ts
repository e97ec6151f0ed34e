import '@awesome.me/webawesome/dist/components/tag-input/tag-input.js';
import {ArrowDown, ArrowUp, CircleAlert, CircleCheck, CircleHelp, Trash2} from 'lucide';
import {css, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {NavTarget} from '../../../../src/contract/index.js';
import {textField} from '../../ui/fields.js';
import {icon} from '../../ui/icon.js';
import {Part} from '../../ui/part.js';
import {checkInWords, type TargetCheck} from './rows.js';

const SYMBOLS = {good: CircleCheck, bad: CircleAlert, unknown: CircleHelp};

/**
 * A row of the nav map. Fires `aiw-target` with the changed target, `aiw-move` with -1 or 1, and
 * `aiw-remove`.
 */
export class TargetRow extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      .fields {
        display: grid;
        gap: 12px 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
        align-items: start;
      }
      .top {
        display: flex;
        align-items: center;
        gap: 0;
        margin: -6px -8px -4px 0;
      }
      .top h3 {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .found {
        display: flex;
        gap: 8px;
        align-items: flex-start;
      }
      .found svg {
        flex: none;
        margin-block-start: 0.2em;
      }
      .good {
        color: var(--wa-color-success-on-quiet);
      }
      .bad-found {
        color: var(--wa-color-danger-on-quiet);
      }
      .unknown {
        color: var(--wa-color-text-quiet);
      }
      .card {
        gap: 12px;
        padding: 16px 18px 18px;
      }
    `,
  ];

  @property({attribute: false}) target: NavTarget = {label: '', url: ''};
  @property({attribute: false}) index = 0;
  @property({attribute: false}) count = 1;
  @property({attribute: false}) isDisabled = false;
  @property({attribute: false}) check: TargetCheck | null = null;
  /** What is wrong with a field of it; empty: nothing. */
  @property({attribute: false}) faultOf: (field: string) => string = () => '';

  /** The first field at fault. */
  override focus(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('.bad')?.focus();
    });
  }

  protected override render() {
    const {target, index, isDisabled} = this;
    const place = target.label || `Place ${index + 1}`;
    const field = (name: 'label' | 'url' | 'sectionSelector') => ({
      ...{value: target[name] ?? '', fault: this.faultOf(name), isDisabled},
      onChange: (value: string) => this.#change({[name]: value}),
    });
    return html`<div class="card" role="group" aria-label=${place}>
      <div class="top">
        <h3>${place}</h3>
        ${isDisabled ? nothing : this.#buttons(place)}
      </div>
      <div class="fields">
        ${textField({...field('label'), label: 'Name', placeholder: 'Pricing', maxlength: 200})}
        ${textField({...field('url'), label: 'Path', placeholder: '/pricing', maxlength: 2000})}
        ${textField({
          ...field('sectionSelector'),
          ...{label: 'Section (CSS selector)', placeholder: '#plans', maxlength: 500},
        })}
        ${this.#aliases()}
      </div>
      ${this.check ? this.#found(this.check) : nothing}
    </div>`;
  }

  #aliases() {
    const fault = this.faultOf('aliases');
    return html`<wa-tag-input
      class=${fault ? 'bad' : ''}
      label="Other words for it"
      hint=${fault}
      placeholder="plans, cost"
      max-tags="50"
      ?disabled=${this.isDisabled}
      .value=${this.target.aliases ?? []}
      @change=${(event: Event) => {
        const {value} = event.target as unknown as {value: string[]};
        this.#change({aliases: [...value]});
      }}
    ></wa-tag-input>`;
  }

  #buttons(place: string) {
    const {index, count} = this;
    const button = (label: string, symbol: typeof ArrowUp, isOff: boolean, event: Event) =>
      html`<button
        type="button"
        class="icon-button"
        aria-label=${label}
        title=${label}
        ?disabled=${isOff}
        @click=${() => this.dispatchEvent(event)}
      >
        ${icon(symbol)}
      </button>`;
    const move = (step: -1 | 1) => new CustomEvent('aiw-move', {detail: step});
    return html`
      ${button(`Move ${place} up`, ArrowUp, index === 0, move(-1))}
      ${button(`Move ${place} down`, ArrowDown, index === count - 1, move(1))}
      ${button(`Remove ${place}`, Trash2, false, new Event('aiw-remove'))}
    `;
  }

  #found(check: TargetCheck) {
    const {kind, text} = checkInWords(check);
    return html`<p class=${`found small ${kind === 'bad' ? 'bad-found' : kind}`}>
      ${icon(SYMBOLS[kind])}<span>${text}</span>
    </p>`;
  }

  #change(changes: Partial<NavTarget>): void {
    const detail = {...this.target, ...changes};
    this.dispatchEvent(new CustomEvent<NavTarget>('aiw-target', {detail}));
  }
}

customElements.define('aiw-target-row', TargetRow);
