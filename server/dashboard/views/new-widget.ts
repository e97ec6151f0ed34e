import '@awesome.me/webawesome/dist/components/button/button.js';
import {css, html} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import {goTo} from '../app/router.js';
import './wizard/domain-step.js';
import type {DomainStep} from './wizard/domain-step.js';
import {submitOnEnter} from '../ui/field.js';
import {View} from '../ui/view.js';

/** `/new`: the first step of a widget that is not there yet. */
export class NewWidgetView extends View {
  static override styles = [
    ...[View.styles].flat(),
    css`
      :host {
        max-width: 720px;
      }
    `,
  ];

  @state() private domain = '';
  @state() private fault = '';
  @state() private isBusy = false;

  protected override get isUnsaved(): boolean {
    return this.domain !== '' && !this.isBusy;
  }

  protected override render() {
    return html`<form class="stack" @submit=${this.#create} @keydown=${submitOnEnter}>
      <div class="stack tight">
        <p class="quiet small">Step 1 of 7</p>
        <h1>Which website is it for?</h1>
        <p class="quiet">The agent answers on pages of this domain, and nowhere else.</p>
      </div>
      <aiw-domain-step
        .domain=${this.domain}
        .fault=${this.fault}
        @domain-change=${(event: Event) => {
          this.domain = (event.target as DomainStep).domain;
          this.fault = '';
        }}
      ></aiw-domain-step>
      <div class="row end">
        <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Continue</wa-button>
      </div>
    </form>`;
  }

  async #create(event: Event): Promise<void> {
    event.preventDefault();
    this.isBusy = true;
    try {
      const {id} = await api.post<{id: string}>('/widgets', {domain: this.domain});
      await goTo(`/widgets/${id}/setup/2`, {replace: true});
    } catch (error) {
      this.isBusy = false;
      this.fault = (error as Error).message;
    }
  }
}

customElements.define('aiw-new-widget-view', NewWidgetView);
