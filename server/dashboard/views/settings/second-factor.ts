import '@awesome.me/webawesome/dist/components/badge/badge.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/qr-code/qr-code.js';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api, ApiError} from '../../api/client.js';
import {session} from '../../app/session.js';
import {fieldsOf} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import '../../ui/copy-block.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';

/** What the server begins a second factor with. */
interface Begun {
  uri: string;
  backupCodes: string[];
}

/** Codes of an authenticator app. Fires `aiw-second-factor-changed`. */
export class SecondFactorPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      wa-qr-code {
        padding: 12px;
        border-radius: 12px;
        background: #fff;
        color: #000;
        justify-self: start;
      }
      ol {
        margin: 0;
        padding-inline-start: 1.4em;
        display: grid;
        gap: 18px;
      }
      li::marker {
        font-weight: 620;
      }
      .step {
        display: grid;
        gap: 10px;
      }
    `,
  ];

  @state() private stage: 'rest' | 'begin' | 'scan' | 'end' = 'rest';
  @state() private begun: Begun | null = null;
  @state() private isBusy = false;
  @state() private fault = '';

  get #isOn(): boolean {
    return session.who.operator?.hasSecondFactor === true;
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <div class="row">
          <h2 id="title">Second factor</h2>
          ${
            this.#isOn
              ? html`<wa-badge variant="success" appearance="filled-outlined" pill>On</wa-badge>`
              : nothing
          }
        </div>
        <p class="quiet">
          ${
            this.#isOn
              ? 'Signing in takes your password and a code of your authenticator app.'
              : 'A code of an app on your phone, asked for after the password. A stolen password alone is worth nothing then.'
          }
        </p>
      </header>
      ${this.#stage()}
    </section>`;
  }

  #stage() {
    switch (this.stage) {
      case 'begin':
        return this.#passwordForm('Continue', this.#begin);
      case 'end':
        return this.#passwordForm('Switch off', this.#end);
      case 'scan':
        return this.begun ? this.#scan(this.begun) : nothing;
      default:
        return html`<div>
          <wa-button appearance="outlined" @click=${() => this.#go(this.#isOn ? 'end' : 'begin')}
            >${this.#isOn ? 'Switch off …' : 'Set up …'}</wa-button
          >
        </div>`;
    }
  }

  #passwordForm(action: string, submit: (event: SubmitEvent) => void) {
    return html`<form @submit=${submit} @keydown=${submitOnEnter}>
      <wa-input
        label="Your password"
        name="password"
        type="password"
        autocomplete="current-password"
        autofocus
        required
      ></wa-input>
      ${this.#alert()}
      <div class="row">
        <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>${action}</wa-button>
        <wa-button appearance="plain" @click=${() => this.#go('rest')}>Cancel</wa-button>
      </div>
    </form>`;
  }

  #scan({uri, backupCodes}: Begun) {
    const key = new URL(uri).searchParams.get('secret') ?? '';
    return html`<form @submit=${this.#confirm} @keydown=${submitOnEnter}>
      <ol>
        <li>
          <div class="step">
            <p>Scan this with your authenticator app, or type the key into it.</p>
            <wa-qr-code
              value=${uri}
              size="168"
              label="QR code for the authenticator app; the key is below"
            ></wa-qr-code>
            <aiw-copy-block value=${key} label="Copy the key"></aiw-copy-block>
          </div>
        </li>
        <li>
          <div class="step">
            <p>Keep these codes where you find them without your phone. Each signs you in once.</p>
            <aiw-copy-block
              value=${backupCodes.join('\n')}
              label="Copy the backup codes"
            ></aiw-copy-block>
          </div>
        </li>
        <li>
          <div class="step">
            <wa-input
              label="The code that the app shows now"
              name="code"
              inputmode="numeric"
              autocomplete="one-time-code"
              minlength="6"
              maxlength="10"
              required
            ></wa-input>
          </div>
        </li>
      </ol>
      ${this.#alert()}
      <div class="row">
        <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Switch on</wa-button>
        <wa-button appearance="plain" @click=${() => this.#go('rest')}>Cancel</wa-button>
      </div>
    </form>`;
  }

  #alert() {
    return this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing;
  }

  #go(stage: SecondFactorPart['stage']): void {
    this.stage = stage;
    this.fault = '';
    if (stage !== 'scan') this.begun = null;
  }

  async #begin(event: SubmitEvent): Promise<void> {
    const {password} = fieldsOf(event);
    await this.#try(async () => {
      this.begun = await api.post<Begun>('/second-factor', {password});
      this.#go('scan');
    });
  }

  async #confirm(event: SubmitEvent): Promise<void> {
    const {code} = fieldsOf(event);
    await this.#try(async () => {
      await api.put('/second-factor', {code: (code ?? '').replace(/\s/g, '')});
      await this.#changed('The second factor is on.');
    });
  }

  async #end(event: SubmitEvent): Promise<void> {
    const {password} = fieldsOf(event);
    await this.#try(async () => {
      await api.delete('/second-factor', {password});
      await this.#changed('The second factor is off.');
    });
  }

  async #changed(words: string): Promise<void> {
    await session.refresh();
    this.#go('rest');
    notify(words);
    this.dispatchEvent(new Event('aiw-second-factor-changed'));
  }

  async #try(task: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.fault = '';
    try {
      await task();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.fault = error.message;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('aiw-second-factor-part', SecondFactorPart);
