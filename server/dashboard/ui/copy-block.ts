import '@awesome.me/webawesome/dist/components/copy-button/copy-button.js';
import {css, html, LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {base} from './styles.js';

/** Text to be pasted somewhere else, with a button that copies it. */
export class CopyBlock extends LitElement {
  static override styles = [
    base,
    css`
      .block {
        position: relative;
        border-radius: 10px;
        background: var(--wa-color-surface-lowered);
        border: 1px solid var(--wa-color-surface-border);
      }
      pre {
        margin: 0;
        padding: 14px 52px 14px 16px;
        overflow-x: auto;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        line-height: 1.55;
      }
      wa-copy-button {
        position: absolute;
        inset-block-start: 6px;
        inset-inline-end: 6px;
      }
    `,
  ];

  @property() value = '';
  /** What is copied, as it is read aloud. */
  @property() label = 'Copy';

  protected override render() {
    return html`<div class="block">
      <pre tabindex="0" role="region" aria-label=${this.label}><code>${this.value}</code></pre>
      <wa-copy-button value=${this.value} copy-label=${this.label} tooltip="none"></wa-copy-button>
    </div>`;
  }
}

customElements.define('aiw-copy-block', CopyBlock);
