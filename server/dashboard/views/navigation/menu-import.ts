import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import {css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {NavTarget} from '../../../../src/contract/index.js';
import {api} from '../../api/client.js';
import {whileBusy} from '../../ui/busy.js';
import {Part} from '../../ui/part.js';
import {isSamePlace} from './rows.js';

/** Suggests places from the site's own menu. Fires `aiw-suggested` with those that are chosen. */
export class MenuImport extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      :host {
        display: contents;
      }
      .choices {
        display: grid;
        gap: 10px;
      }
      code {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({attribute: false}) widgetId = '';
  /** Those that are in the list already: they are not suggested again. */
  @property({attribute: false}) known: readonly NavTarget[] = [];
  @state() isBusy = false;
  @state() private suggested: NavTarget[] | null = null;
  @state() private left: ReadonlySet<NavTarget> = new Set();

  protected override render() {
    return html`<wa-button appearance="outlined" ?loading=${this.isBusy} @click=${this.#ask}
        >Import from the site’s menu</wa-button
      >
      ${this.suggested ? this.#dialog(this.suggested) : nothing}`;
  }

  #dialog(suggested: NavTarget[]) {
    const chosen = suggested.filter(target => !this.left.has(target));
    const close = () => {
      this.suggested = null;
    };
    return html`<wa-dialog
      open
      label="From the site’s menu"
      @wa-after-hide=${(event: Event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      ${
        suggested.length === 0
          ? html`<p>
              ${
                this.known.length > 0
                  ? 'The menu has nothing that is not in the list already, or a script builds it and it cannot be seen from here.'
                  : 'No menu can be seen on the page. A script may build it: add the places by hand.'
              }
            </p>`
          : html`<div class="choices" role="group" aria-label="Places">
              ${suggested.map(target => this.#choice(target))}
            </div>`
      }
      <wa-button slot="footer" appearance="plain" data-dialog="close">Cancel</wa-button>
      <wa-button
        slot="footer"
        variant="brand"
        ?disabled=${chosen.length === 0}
        @click=${() => {
          close();
          this.dispatchEvent(new CustomEvent<NavTarget[]>('aiw-suggested', {detail: chosen}));
        }}
        >${chosen.length === 1 ? 'Add one place' : `Add ${chosen.length} places`}</wa-button
      >
    </wa-dialog>`;
  }

  #choice(target: NavTarget) {
    const change = (event: Event) => {
      const left = new Set(this.left);
      if ((event.target as HTMLInputElement).checked) left.delete(target);
      else left.add(target);
      this.left = left;
    };
    return html`<wa-checkbox .checked=${!this.left.has(target)} @change=${change}
      >${target.label}
      <code class="quiet"
        >${target.url}${target.sectionSelector ? ` ${target.sectionSelector}` : ''}</code
      ></wa-checkbox
    >`;
  }

  async #ask(): Promise<void> {
    await whileBusy(this, async () => {
      const path = `/widgets/${encodeURIComponent(this.widgetId)}/navigation/import`;
      const {targets} = await api.post<{targets: NavTarget[]}>(path);
      this.left = new Set();
      this.suggested = targets.filter(one => !this.known.some(other => isSamePlace(one, other)));
    });
  }
}

customElements.define('aiw-menu-import', MenuImport);
