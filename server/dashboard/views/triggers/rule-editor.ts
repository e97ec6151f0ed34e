import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import {Plus} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {Condition, Trigger} from '../../../../src/contract/index.js';
import {isOn, numberOf, valueOf} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';
import './condition-field.js';
import {newCondition, replaced, without} from './rules.js';

/** Everything about one rule. */
export class RuleEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      .conditions {
        display: grid;
        gap: 12px;
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
        font-weight: 550;
        margin-block-end: 8px;
      }
      .days {
        width: 150px;
      }
    `,
  ];

  @property({attribute: false}) rule: Trigger | null = null;
  @property({type: Boolean}) disabled = false;

  protected override render() {
    const {rule} = this;
    if (!rule) return nothing;
    const {name, action = 'open', message = ''} = rule;
    return html`
      <div class="columns">
        <wa-input
          label="Name"
          size="s"
          maxlength="200"
          .value=${name}
          ?disabled=${this.disabled}
          @input=${(event: Event) => this.#set({name: valueOf(event)})}
        ></wa-input>
        <wa-select
          label="It"
          size="s"
          .value=${action}
          ?disabled=${this.disabled}
          @change=${(event: Event) => this.#set({action: valueOf(event) as 'open' | 'teaser'})}
        >
          <wa-option value="open">opens the widget</wa-option>
          <wa-option value="teaser">shows a line beside the orb</wa-option>
        </wa-select>
      </div>
      ${
        action === 'teaser'
          ? html`<wa-input
              label="The line"
              size="s"
              placeholder="The agent’s greeting"
              .value=${message}
              ?disabled=${this.disabled}
              @input=${(event: Event) => this.#set({message: valueOf(event) || undefined})}
            ></wa-input>`
          : nothing
      }
      ${this.#conditions(rule)} ${this.#cooldown(rule)}
    `;
  }

  #conditions({conditions}: Trigger) {
    return html`<fieldset>
      <legend>All of these hold</legend>
      <div class="conditions">
        ${conditions.map(
          (condition, index) =>
            html`<aiw-condition-field
              .condition=${condition}
              ?disabled=${this.disabled}
              @condition-change=${(event: CustomEvent<Condition>) =>
                this.#set({conditions: replaced(conditions, index, event.detail)})}
              @remove=${() => this.#set({conditions: without(conditions, index)})}
            ></aiw-condition-field>`,
        )}
      </div>
      <div>
        <wa-button
          size="s"
          appearance="outlined"
          ?disabled=${this.disabled}
          @click=${() => this.#set({conditions: [...conditions, newCondition('dwellSeconds')]})}
        >
          ${icon(Plus, 'start')} Add a condition
        </wa-button>
      </div>
    </fieldset>`;
  }

  #cooldown({cooldown = {}}: Trigger) {
    const {perSession, perDays} = cooldown;
    const set = (next: Trigger['cooldown']) => {
      const kept = Object.fromEntries(Object.entries(next ?? {}).filter(([, value]) => value));
      this.#set({cooldown: Object.keys(kept).length > 0 ? kept : undefined});
    };
    return html`<fieldset>
      <legend>Then it rests</legend>
      <wa-checkbox
        .checked=${perSession === true}
        ?disabled=${this.disabled}
        @change=${(event: Event) => set({...cooldown, perSession: isOn(event) ? true : undefined})}
        >for the rest of the visit</wa-checkbox
      >
      <wa-input
        class="days"
        label="Days"
        size="s"
        type="number"
        min="0"
        placeholder="none"
        .value=${perDays === undefined ? '' : String(perDays)}
        ?disabled=${this.disabled}
        @input=${(event: Event) => set({...cooldown, perDays: numberOf(event) || undefined})}
      ></wa-input>
    </fieldset>`;
  }

  #set(changes: Partial<Trigger>): void {
    if (!this.rule) return;
    const rule = {...this.rule, ...changes};
    this.dispatchEvent(new CustomEvent<Trigger>('rule-change', {detail: rule}));
  }
}

customElements.define('aiw-rule-editor', RuleEditor);
