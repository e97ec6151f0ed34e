import {css, html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import type {Settings} from '../api/types.js';
import {base} from './styles.js';

/** The published element, from this very server. */
const ELEMENT = '/aiw-voice-widget.mjs';

/** The element's own say in its looks, by property. */
interface RealWidget extends HTMLElement {
  placement: string;
  variant: string;
  colorScheme: string;
  launcherLabel: string;
}

/** The real element with a widget's draft, as it was when the preview was asked for. */
export class LivePreview extends LitElement {
  static override styles = [
    base,
    css`
      .stage {
        display: grid;
        position: relative;
        min-height: 180px;
        border: 1px solid var(--wa-color-surface-border);
        border-radius: 14px;
        padding: 24px;
        background:
          linear-gradient(color-mix(in oklab, currentColor 7%, transparent) 0 0) 24px 28px / 45%
            14px,
          linear-gradient(color-mix(in oklab, currentColor 4%, transparent) 0 0) 24px 58px / 70% 9px,
          linear-gradient(color-mix(in oklab, currentColor 4%, transparent) 0 0) 24px 78px / 62% 9px,
          var(--wa-color-surface-default);
        background-repeat: no-repeat;
      }
      .bottom-right {
        place-items: end;
      }
      .bottom-left {
        place-items: end start;
      }
      .top-right {
        place-items: start end;
      }
      .top-left {
        place-items: start;
      }
      .inline,
      .panel {
        place-items: center;
      }
      .panel {
        min-height: 668px;
        background: none;
      }
    `,
  ];

  @property() widgetId = '';
  /** The look to show; what is not saved yet too. */
  @property({attribute: false}) look: Settings['appearance'] = {};
  @state() private fault = '';
  #element: RealWidget | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Its call ends with it.
    this.#element?.remove();
    this.#element = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('look')) this.#paint();
  }

  protected override render() {
    const {placement = 'bottom-right', variant} = this.look;
    const place = variant === 'panel' ? 'panel' : placement;
    return this.fault
      ? html`<p class="error" role="alert">${this.fault}</p>`
      : html`<div class=${`stage ${place}`}>${this.#element ?? nothing}</div>`;
  }

  async #begin(): Promise<void> {
    try {
      await import(/* the server's own script, and not a part of this one */ ELEMENT);
      const {token} = await api.post<{token: string}>(`/widgets/${this.widgetId}/preview`);
      if (!this.isConnected) return;
      const element = document.createElement('aiw-voice-widget') as RealWidget;
      element.setAttribute('token', token);
      element.setAttribute('storage', 'none');
      this.#element = element;
      this.#paint();
      this.requestUpdate();
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  #paint(): void {
    const element = this.#element;
    if (!element) return;
    const {accent, colorScheme = 'auto', variant = 'orb', launcherLabel = ''} = this.look;
    // In a box of its own it stands in the flow, whatever its corner on a page.
    Object.assign(element, {placement: 'inline', variant, colorScheme, launcherLabel});
    if (accent) element.style.setProperty('--aiw-accent', accent);
    else element.style.removeProperty('--aiw-accent');
  }
}

customElements.define('aiw-live-preview', LivePreview);
