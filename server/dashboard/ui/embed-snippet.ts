import '@awesome.me/webawesome/dist/components/tab-group/tab-group.js';
import '@awesome.me/webawesome/dist/components/tab-panel/tab-panel.js';
import '@awesome.me/webawesome/dist/components/tab/tab.js';
import {css, html, LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import './copy-block.js';
import {snippetsFor, type Release} from './snippets.js';
import {base} from './styles.js';

/** The tag to paste, for every kind of site. */
export class EmbedSnippet extends LitElement {
  static override styles = [
    base,
    css`
      wa-tab-panel::part(base) {
        padding-block: 16px 0;
      }
    `,
  ];

  @property() token = '';
  @state() private release: Release | null = null;

  override connectedCallback() {
    super.connectedCallback();
    // Without it one tab is missing.
    void fetch('/integrity.json').then(
      async response => {
        if (response.ok) this.release = (await response.json()) as Release;
      },
      () => {},
    );
  }

  protected override render() {
    return html`<wa-tab-group>
      ${snippetsFor(this.token, location.origin, this.release).map(
        ({id, name, how, code}) => html`
          <wa-tab panel=${id}>${name}</wa-tab>
          <wa-tab-panel name=${id}>
            <div class="stack tight">
              <p class="quiet">${how}</p>
              <aiw-copy-block label=${`Copy for ${name}`} .value=${code}></aiw-copy-block>
            </div>
          </wa-tab-panel>
        `,
      )}
    </wa-tab-group>`;
  }
}

customElements.define('aiw-embed-snippet', EmbedSnippet);
