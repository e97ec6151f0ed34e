import '@awesome.me/webawesome/dist/components/tab-group/tab-group.js';
import '@awesome.me/webawesome/dist/components/tab-panel/tab-panel.js';
import '@awesome.me/webawesome/dist/components/tab/tab.js';
import {css, html} from 'lit';
import {IDENTIFY_SNIPPETS} from '../../../src/domain/identify-snippets/index.js';
import '../../ui/copy-block.js';
import {Part} from '../../ui/part.js';

const PAGE = `const token = await fetch('/api/visitor-token').then(answer => answer.text());
window.AIWWidget.identify(token);`;

/** The code that signs a token, in each language, and the page's line that hands it over. */
export class SnippetsPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      wa-tab-panel {
        --padding: 14px 0 0;
      }
      .file {
        margin-block-end: 8px;
      }
    `,
  ];

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Sign a token on your server</h2>
        <p class="quiet">
          A new one for each visit of somebody who has signed in, good for five minutes. Only HS256,
          and only the names <code>sub</code>, <code>exp</code>, <code>email</code>,
          <code>phone</code> and <code>name</code> are looked at.
        </p>
      </header>
      <wa-tab-group activation="manual">
        ${IDENTIFY_SNIPPETS.map(
          ({language, title}) => html`<wa-tab panel=${language}>${title}</wa-tab>`,
        )}
        ${IDENTIFY_SNIPPETS.map(
          ({language, title, file, code}) =>
            html`<wa-tab-panel name=${language}>
              <p class="file quiet small mono">${file}</p>
              <aiw-copy-block
                value=${code.trimEnd()}
                label=${`Copy the code for ${title}`}
              ></aiw-copy-block>
            </wa-tab-panel>`,
        )}
      </wa-tab-group>
      <h3>Hand it to the widget</h3>
      <p class="quiet small">
        As <code>data-visitor-token</code> of the widget’s tag, or in the page’s own script:
      </p>
      <aiw-copy-block value=${PAGE} label="Copy the code for the page"></aiw-copy-block>
    </section>`;
  }
}

customElements.define('aiw-snippets-part', SnippetsPart);
