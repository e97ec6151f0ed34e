import {LitElement, css, html} from 'lit';
import type {CallState} from '../src/call/state.js';
import type {CallHandle} from '../src/controllers/call-context.js';
import {tokens} from '../src/elements/shared/tokens.js';
import {callHandle} from '../testing/fixtures/call-handle.js';
import '../testing/fixtures/call-stage.js';

/** Surface, ink and private tokens as the panel has them, for a part of it that is shown alone. */
class StorySurface extends LitElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        padding: 16px;
        border-radius: 20px;
        background: var(--_surface);
        color: var(--_ink);
        font: 15px/1.45 var(--aiw-font, system-ui, sans-serif);
        container-type: inline-size;
      }
    `,
  ];

  protected override render() {
    return html`<slot></slot>`;
  }
}

if (!customElements.get('story-surface')) customElements.define('story-surface', StorySurface);

/** A part of the panel in a call, on a surface like the panel's. */
export function onSurface(part: unknown, state: CallState, changes: Partial<CallHandle> = {}) {
  return html`<call-stage .call=${callHandle(state, changes)}
    ><story-surface>${part}</story-surface></call-stage
  >`;
}
