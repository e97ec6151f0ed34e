import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {css, html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {ImportState, Settings} from '../../api/types.js';
import {valueOf} from '../../ui/field.js';
import {pathOf} from '../../ui/format.js';
import {base} from '../../ui/styles.js';
import {changed} from './draft-change.js';

/** How often the server is asked how the import goes, in milliseconds. */
const ASK_MS = 600;
const MOST_PAGES = 50;

/** Why an address was not read, in words. */
const FAULTS: Readonly<Record<string, string>> = {
  'other-site': 'leads to another site',
  'private-address': 'is on a private network',
  'too-many-redirects': 'leads nowhere',
  'too-large': 'is too large',
  timeout: 'did not answer',
  'no-page': 'is no page',
  'not-for-indexes': 'asks not to be indexed',
  'same-as-another': 'says the same as another',
  empty: 'has no text',
  failed: 'could not be reached',
};

/** What the agent knows: written, or read from the site's own pages. */
export class KnowledgeStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 24px;
      }
      .ask {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
        align-items: end;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--wa-color-brand-fill-loud);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
        max-height: 240px;
        overflow: auto;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
        padding: 6px 0;
        overflow-wrap: anywhere;
      }
      wa-textarea::part(textarea) {
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
        font-size: 0.86rem;
      }
    `,
  ];

  @property() widgetId = '';
  @property({attribute: false}) settings: Settings | null = null;
  @state() private job: ImportState | null = null;
  @state() private fault = '';
  #start: string | null = null;
  #isWatching = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#watch(false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#isWatching = false;
  }

  protected override render() {
    const knowledge = this.settings?.knowledge ?? '';
    const isRunning = this.job?.state === 'running';
    return html`
      <section class="card stack" aria-label="Import">
        <div class="stack tight">
          <h2>Read it from your site</h2>
          <p class="quiet small">
            The pages of your sitemap, else those that its links lead to; ${MOST_PAGES} at most.
            Navigation, footers and forms are left out.
          </p>
        </div>
        <div class="ask">
          <wa-input
            label="Begin at"
            type="url"
            .value=${this.#start ?? this.settings?.pageUrl ?? ''}
            @input=${(event: Event) => {
              this.#start = valueOf(event).trim();
            }}
          ></wa-input>
          <wa-button appearance="outlined" ?loading=${isRunning} @click=${this.#import}>
            Read my pages
          </wa-button>
        </div>
        <div aria-live="polite">${this.#progress()}</div>
      </section>
      <wa-textarea
        label="What it knows"
        hint=${`Markdown: headings, paragraphs, lists and tables. ${knowledge.length.toLocaleString()} characters.`}
        rows="16"
        placeholder=${'# Opening hours\n\nWe are open from nine to six, Monday to Saturday.'}
        .value=${knowledge}
        @input=${(event: Event) => changed(this, {knowledge: valueOf(event)})}
      ></wa-textarea>
    `;
  }

  #progress() {
    if (this.fault) return html`<p class="error">${this.fault}</p>`;
    const {job} = this;
    if (!job || job.state === 'none') return nothing;
    const read = job.pages.filter(page => page.fault === undefined);
    const word = job.state === 'running' ? 'Reading …' : 'Read:';
    return html`<div class="stack tight">
      ${
        job.state === 'running'
          ? html`<progress
              aria-label="Pages read"
              max=${MOST_PAGES}
              value=${Math.min(MOST_PAGES, job.pages.length)}
            ></progress>`
          : nothing
      }
      <p>
        ${word} ${read.length} ${read.length === 1 ? 'page' : 'pages'},
        ${job.pages.length - read.length} left out.
      </p>
      <wa-details summary="What was read" ?open=${job.state === 'running'}>
        <ul>
          ${job.pages.map(
            ({url, characters, fault}) =>
              html`<li>
                <span>${pathOf(url)}</span>
                <span class="quiet small">
                  ${
                    fault === undefined
                      ? `${(characters ?? 0).toLocaleString()} characters`
                      : (FAULTS[fault] ?? fault.replace('-', ' '))
                  }
                </span>
              </li>`,
          )}
        </ul>
      </wa-details>
      ${
        job.state === 'failed'
          ? html`<p class="error">Nothing could be read. Check the address, or write below.</p>`
          : nothing
      }
      ${job.state === 'done' ? this.#take(job) : nothing}
    </div>`;
  }

  /** What was read is taken only where the operator says how. */
  #take({markdown}: ImportState) {
    const knowledge = this.settings?.knowledge ?? '';
    if (knowledge.includes(markdown)) return html`<p class="quiet">It is in the text below.</p>`;
    return html`<div class="row">
      <wa-button size="s" variant="brand" @click=${() => changed(this, {knowledge: markdown})}>
        ${knowledge ? 'Replace what is below' : 'Use it'}
      </wa-button>
      ${
        knowledge
          ? html`<wa-button
              size="s"
              appearance="outlined"
              @click=${() => changed(this, {knowledge: `${knowledge}\n\n${markdown}`})}
              >Add to it</wa-button
            >`
          : nothing
      }
    </div>`;
  }

  async #import(): Promise<void> {
    this.fault = '';
    try {
      const start = this.#start ?? this.settings?.pageUrl;
      await api.post(`/widgets/${this.widgetId}/import`, {start, pages: MOST_PAGES});
      await this.#watch(true);
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  /** @param isOwn - Whether it was begun here: what it reads goes into an empty text by itself. */
  async #watch(isOwn: boolean): Promise<void> {
    this.#isWatching = true;
    do {
      this.job = await api.get<ImportState>(`/widgets/${this.widgetId}/import`);
      if (this.job.state !== 'running') break;
      await new Promise(resolve => setTimeout(resolve, ASK_MS));
    } while (this.#isWatching);
    const isDone = this.job?.state === 'done';
    if (isOwn && isDone && !this.settings?.knowledge) {
      changed(this, {knowledge: this.job.markdown});
    }
  }
}

customElements.define('aiw-knowledge-step', KnowledgeStep);
