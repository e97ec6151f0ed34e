import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import type {Widget} from '../../api/types.js';
import '../../ui/live-preview.js';
import {base} from '../../ui/styles.js';

/** A talk to the draft right here, with the real element. */
export class TryDraft extends LitElement {
  static override styles = [
    base,
    css`
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 440px);
        gap: 32px;
        align-items: start;
      }
      @media (max-width: 980px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({attribute: false}) widget: Widget | null = null;

  protected override render() {
    const {widget} = this;
    if (!widget) return nothing;
    return html`<section class="card two" aria-label="Talk to the draft">
      <div class="stack tight">
        <h2>Talk to the draft</h2>
        <p class="quiet">
          It is the draft as it was saved when you opened this, for an hour. Visitors see nothing of
          it. What you say is kept among the trials of this widget’s conversations, and never
          counted as a lead.
        </p>
      </div>
      <aiw-live-preview
        .widgetId=${widget.id}
        .look=${{...widget.settings.appearance, variant: 'panel'}}
      ></aiw-live-preview>
    </section>`;
  }
}

customElements.define('aiw-try-draft', TryDraft);
