import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import {X} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {Condition} from '../../../../src/contract/index.js';
import {numberOf, valueOf} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';
import {CONDITION_NAMES, newCondition} from './rules.js';

/** One condition of a rule: its kind, and what it takes. */
export class ConditionField extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1.2fr) minmax(0, 1.4fr) auto;
        gap: 10px;
        align-items: end;
      }
      @media (max-width: 560px) {
        :host {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .value {
          grid-column: 1;
          grid-row: 2;
        }
      }
    `,
  ];

  @property({attribute: false}) condition: Condition | null = null;
  @property({type: Boolean}) disabled = false;

  protected override render() {
    const {condition} = this;
    if (!condition) return nothing;
    return html`
      <wa-select
        label="When"
        size="s"
        .value=${condition.type}
        ?disabled=${this.disabled}
        @change=${(event: Event) => this.#tell(newCondition(valueOf(event) as Condition['type']))}
      >
        ${Object.entries(CONDITION_NAMES).map(
          ([type, name]) => html`<wa-option value=${type}>${name}</wa-option>`,
        )}
      </wa-select>
      <div class="value">${this.#value(condition)}</div>
      <wa-button
        size="s"
        appearance="plain"
        ?disabled=${this.disabled}
        @click=${() => this.dispatchEvent(new Event('remove'))}
      >
        ${icon(X)}<span class="sr">Remove “${CONDITION_NAMES[condition.type]}”</span>
      </wa-button>
    `;
  }

  #value(condition: Condition) {
    switch (condition.type) {
      case 'urlMatches':
        return html`<wa-input
          label="Like"
          size="s"
          placeholder="*/pricing*"
          spellcheck="false"
          .value=${condition.pattern}
          ?disabled=${this.disabled}
          @input=${(event: Event) => this.#tell({...condition, pattern: valueOf(event)})}
        ></wa-input>`;
      case 'dwellSeconds':
      case 'idleSeconds':
        return this.#number('Seconds', condition.gte, gte => ({...condition, gte}));
      case 'scrollDepth':
        return this.#number('Per cent', Math.round(condition.gte * 100), percent => ({
          ...condition,
          gte: percent / 100,
        }));
      case 'repeatVisitor':
        return this.#number('From visit', condition.visitCountGte ?? 2, visitCountGte => ({
          ...condition,
          visitCountGte,
        }));
      case 'exitIntent':
        return nothing;
    }
  }

  #number(label: string, value: number, make: (value: number) => Condition) {
    return html`<wa-input
      label=${label}
      size="s"
      type="number"
      min="0"
      .value=${String(value)}
      ?disabled=${this.disabled}
      @input=${(event: Event) => this.#tell(make(numberOf(event) ?? 0))}
    ></wa-input>`;
  }

  #tell(condition: Condition): void {
    this.dispatchEvent(new CustomEvent<Condition>('condition-change', {detail: condition}));
  }
}

customElements.define('aiw-condition-field', ConditionField);
