import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import type {Settings} from '../../api/types.js';
import {valueOf} from '../../ui/field.js';
import {base} from '../../ui/styles.js';
import {changed} from './draft-change.js';

const MOST_SUGGESTIONS = 4;

/** Who the agent is. */
export class AgentStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 8px;
      }
      legend {
        padding: 0;
        font-weight: 500;
        margin-block-end: 4px;
      }
    `,
  ];

  @property({attribute: false}) settings: Settings | null = null;

  protected override render() {
    const {settings} = this;
    if (!settings) return html``;
    const {name, greeting, instructions = '', avatarUrl = '', suggestions = []} = settings.agent;
    return html`
      <wa-input
        label="Name"
        .value=${name}
        maxlength="100"
        required
        @input=${(event: Event) => this.#set({name: valueOf(event)})}
      ></wa-input>
      <wa-textarea
        label="Greeting"
        hint="Said first, aloud and in writing"
        rows="2"
        maxlength="1000"
        .value=${greeting}
        required
        @input=${(event: Event) => this.#set({greeting: valueOf(event)})}
      ></wa-textarea>
      <wa-textarea
        label="Instructions"
        hint="How to behave, in your words. Used where the server has a language model."
        rows="4"
        maxlength="20000"
        .value=${instructions}
        @input=${(event: Event) => this.#set({instructions: valueOf(event) || undefined})}
      ></wa-textarea>
      <fieldset>
        <legend>Questions to offer at the start</legend>
        ${Array.from({length: MOST_SUGGESTIONS}, (_, index) => this.#suggestion(suggestions, index))}
        <p class="quiet small">Left empty, they are taken from the knowledge.</p>
      </fieldset>
      <wa-input
        label="Picture"
        type="url"
        hint="Address of a square image; empty: the orb"
        .value=${avatarUrl}
        @input=${(event: Event) => this.#set({avatarUrl: valueOf(event).trim() || undefined})}
      ></wa-input>
    `;
  }

  #suggestion(suggestions: readonly string[], index: number) {
    return html`<wa-input
      label=${`Question ${index + 1}`}
      placeholder=${index === 0 ? 'What does it cost?' : ''}
      maxlength="80"
      .value=${suggestions[index] ?? ''}
      @input=${(event: Event) => {
        const all = Array.from({length: MOST_SUGGESTIONS}, (_, at) => suggestions[at] ?? '');
        all[index] = valueOf(event);
        const filled = all.map(text => text.trim()).filter(Boolean);
        this.#set({suggestions: filled.length > 0 ? filled : undefined});
      }}
    ></wa-input>`;
  }

  #set(changes: Partial<Settings['agent']>): void {
    if (this.settings) changed(this, {agent: {...this.settings.agent, ...changes}});
  }
}

customElements.define('aiw-agent-step', AgentStep);
