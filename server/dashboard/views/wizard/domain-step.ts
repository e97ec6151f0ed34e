import '@awesome.me/webawesome/dist/components/input/input.js';
import {Task} from '@lit/task';
import {Check, X} from 'lucide';
import {css, html, LitElement, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';

/** What the server makes of a domain. */
interface Origins {
  domain: string | null;
  origins: {origin: string; isAllowed: boolean}[];
}

/** How long typing rests before the server is asked, in milliseconds. */
const REST_MS = 250;

/** The domain, and which pages it lets in, as the server's own rule has it. */
export class DomainStep extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 20px;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        gap: 2px;
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        padding: 8px 4px;
        overflow-wrap: anywhere;
      }
      .yes {
        color: var(--wa-color-success-on-quiet);
      }
      .no {
        color: var(--wa-color-danger-on-quiet);
      }
      .waits {
        opacity: 0.55;
      }
    `,
  ];

  @property() domain = '';
  /** What is wrong with it. */
  @property() fault = '';
  @state() private asked = '';
  #rest: ReturnType<typeof setTimeout> | undefined;

  readonly #origins = new Task(this, {
    task: ([domain]) => (domain ? api.get<Origins>('/origins', {domain}) : Promise.resolve(null)),
    args: () => [this.asked] as const,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.asked = this.domain;
  }

  protected override render() {
    return html`
      <wa-input
        label="Domain"
        placeholder="acme.com"
        .value=${this.domain}
        hint=${this.fault ? nothing : 'Without www: every subdomain of it counts, any port.'}
        autocapitalize="off"
        autocomplete="off"
        spellcheck="false"
        required
        autofocus
        @input=${this.#type}
      ></wa-input>
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      ${this.#origins.value ? this.#shown(this.#origins.value) : nothing}
    `;
  }

  #shown({domain, origins}: Origins) {
    if (!domain) {
      return html`<p class="quiet">
        Nobody can own “${this.asked}” by itself. Write a domain such as acme.com.
      </p>`;
    }
    return html`<section
      class=${this.asked === this.domain ? 'card' : 'card waits'}
      aria-label="Which pages may use it"
    >
      <h2>Pages that may use it</h2>
      <ul>
        ${origins.map(
          ({origin, isAllowed}) =>
            html`<li>
              <span class=${isAllowed ? 'yes' : 'no'}>${icon(isAllowed ? Check : X)}</span>
              <span class="mono">${origin}</span>
              <span class="quiet small">${isAllowed ? 'allowed' : 'refused'}</span>
            </li>`,
        )}
      </ul>
      <p class="quiet small">
        Kept as <b>${domain}</b>. Another domain, such as your .io, takes a widget of its own.
      </p>
    </section>`;
  }

  #type(event: Event): void {
    this.domain = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.asked = this.domain;
    }, REST_MS);
    this.dispatchEvent(new Event('domain-change'));
  }
}

customElements.define('aiw-domain-step', DomainStep);
