import {css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {NavTarget} from '../../../../src/contract/index.js';
import type {NavMatch} from '../../../../src/navigation/match.js';
import {textField} from '../../ui/fields.js';
import {Part} from '../../ui/part.js';
import {chosenBy, type Choice} from './phrase.js';

/** Shows which place of the nav map the agent would choose for what a visitor says. */
export class TryPhrase extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      .aside:empty {
        display: none;
      }
      .score {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({attribute: false}) targets: readonly NavTarget[] = [];
  @state() private phrase = '';

  protected override render() {
    const phrase = this.phrase.trim();
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Try a phrase</h2>
        <p class="quiet">What would the agent show? By the list above, saved or not.</p>
      </header>
      ${textField({
        label: 'A visitor says',
        value: this.phrase,
        placeholder: 'Can you show me what it costs?',
        maxlength: 500,
        onChange: value => (this.phrase = value),
      })}
      <div class=${phrase ? 'aside' : ''} aria-live="polite">
        ${phrase ? this.#choice(chosenBy(phrase, this.targets)) : nothing}
      </div>
    </section>`;
  }

  #choice(choice: Choice) {
    switch (choice.kind) {
      case 'goes':
        return html`<p>It shows ${this.#place(choice.match)}</p>`;
      case 'asks':
        return html`<p>It would ask which one is meant, as these fit alike:</p>
          <ul>
            ${choice.between.map(match => html`<li>${this.#place(match)}</li>`)}
          </ul>`;
      case 'none':
        return html`<p>
          No place of the list fits: the agent answers in words. Add what visitors say to “Other
          words for it”.
        </p>`;
    }
  }

  #place({target, score}: NavMatch) {
    const {label, url, sectionSelector} = target;
    return html`<strong>${label || 'a place without a name'}</strong>
      <code>${url}${sectionSelector ? ` ${sectionSelector}` : ''}</code>
      <span class="quiet small score">score ${score.toFixed(2)}</span>`;
  }
}

customElements.define('aiw-try-phrase', TryPhrase);
