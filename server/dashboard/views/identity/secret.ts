import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import {Copy, Eye, EyeOff} from 'lucide';
import {css, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Widget} from '../../api/types.js';
import {session} from '../../app/session.js';
import {whileBusy} from '../../ui/busy.js';
import {confirmAction} from '../../ui/confirm.js';
import {numberField} from '../../ui/fields.js';
import {dateTime} from '../../ui/format.js';
import {icon} from '../../ui/icon.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';

const MOST_HOURS = 999;

/** The widget secret, hidden until it is asked for. Fires `aiw-rotated` with the end of the old one. */
export class SecretPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      .secret {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 4px 4px 4px 16px;
        border: 1px solid var(--wa-color-surface-border);
        border-radius: 10px;
        background: var(--wa-color-surface-lowered);
      }
      .secret code {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .hours {
        flex: 0 1 220px;
      }
    `,
  ];

  @property({attribute: false}) widget: Widget | null = null;
  @state() isBusy = false;
  @state() private secret = '';
  @state() private isShown = false;
  @state() private graceHours: number | null = 24;

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Widget secret</h2>
        <p class="quiet">
          Your server signs with it. Give it to your server as the environment variable
          <code>AIW_WIDGET_SECRET</code>, and never to a page.
        </p>
      </header>
      ${
        session.may('owner')
          ? html`${this.#shown()} ${this.#rotation()}`
          : html`<p class="quiet">Only an owner of the account can see it.</p>`
      }
    </section>`;
  }

  #shown() {
    const {isShown} = this;
    const label = isShown ? 'Hide the secret' : 'Show the secret';
    return html`<div class="secret">
      <code aria-label=${isShown ? 'Widget secret' : 'Widget secret, hidden'} role="img"
        >${isShown ? this.secret : '•'.repeat(24)}</code
      >
      <button
        type="button"
        class="icon-button"
        aria-label=${label}
        title=${label}
        @click=${this.#toggle}
      >
        ${icon(isShown ? EyeOff : Eye)}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Copy the secret"
        title="Copy the secret"
        @click=${this.#copy}
      >
        ${icon(Copy)}
      </button>
    </div>`;
  }

  #rotation() {
    const until = this.widget?.previousSecretUntil;
    const isKept = until && Date.parse(until) > Date.now();
    return html`<h3>A new secret</h3>
      <p class="quiet small">
        If somebody has seen it who should not. Tokens that the old one signed are believed for as
        long as you say, so that your server can change over.
      </p>
      <div class="line">
        <div class="hours">
          ${numberField({
            label: 'Hours that the old one counts',
            value: this.graceHours,
            ...{min: 0, max: MOST_HOURS, hint: '0: it ends at once'},
            onChange: hours => (this.graceHours = hours),
          })}
        </div>
        <wa-button appearance="outlined" ?loading=${this.isBusy} @click=${this.#rotate}
          >Make a new secret</wa-button
        >
      </div>
      ${
        isKept
          ? html`<wa-callout variant="neutral" size="s"
              >The secret before this one counts until ${dateTime(until)}.</wa-callout
            >`
          : nothing
      }`;
  }

  get #path(): string {
    return `/widgets/${encodeURIComponent(this.widget?.id ?? '')}/secret`;
  }

  /** Each look is noted in the audit log: it is asked for once. */
  async #reveal(): Promise<string> {
    if (!this.secret) {
      this.secret = (await api.post<{secret: string}>(`${this.#path}/reveal`)).secret;
    }
    return this.secret;
  }

  async #toggle(): Promise<void> {
    if (this.isShown) {
      this.isShown = false;
      return;
    }
    await whileBusy(this, async () => {
      await this.#reveal();
      this.isShown = true;
    });
  }

  async #copy(): Promise<void> {
    await whileBusy(this, async () => {
      await navigator.clipboard.writeText(await this.#reveal());
      notify('The secret is copied.');
    });
  }

  async #rotate(): Promise<void> {
    const graceHours = Math.min(MOST_HOURS, Math.max(0, this.graceHours ?? 0));
    const isMeant = await confirmAction({
      title: 'Make a new secret?',
      text:
        graceHours > 0
          ? `Give it to your server within ${graceHours} hours; then tokens of the old one are refused.`
          : 'Tokens of the old one are refused at once, until your server has the new one.',
      action: 'Make a new secret',
      isDangerous: true,
    });
    if (!isMeant) return;
    await whileBusy(this, async () => {
      const rotated = await api.post<{secret: string; previousUntil: string | null}>(
        `${this.#path}/rotate`,
        {graceHours},
      );
      this.secret = rotated.secret;
      this.isShown = true;
      this.dispatchEvent(new CustomEvent('aiw-rotated', {detail: rotated.previousUntil}));
      notify('The widget has a new secret.');
    });
  }
}

customElements.define('aiw-secret-part', SecretPart);
