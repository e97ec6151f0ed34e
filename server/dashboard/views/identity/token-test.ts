import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import '@awesome.me/webawesome/dist/components/textarea/textarea.js';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import {fieldsOf, whileBusy} from '../../ui/busy.js';
import {Part} from '../../ui/part.js';
import {likelyCause, lookalikes} from './likely-cause.js';

type Verdict =
  | {claims: Record<string, string>; error: null; message: null}
  | {claims: null; error: string; message: string};

/** Takes a token apart as the widget's server would, or says what is wrong with it. */
export class TokenTestPart extends Part {
  @property({attribute: false}) widgetId = '';
  /** Whether visitor identity is on in the draft. */
  @property({attribute: false}) isOn = false;
  @state() isBusy = false;
  @state() private tested: {token: string; verdict: Verdict} | null = null;

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Test now</h2>
        <p class="quiet">Paste a token that your server has just minted.</p>
      </header>
      <form @submit=${this.#test}>
        <wa-textarea
          class="mono"
          label="Visitor token"
          name="visitorToken"
          rows="3"
          maxlength="10000"
          spellcheck="false"
          autocorrect="off"
          autocapitalize="off"
          placeholder="eyJhbGciOiJIUzI1NiIs…"
          required
        ></wa-textarea>
        <div>
          <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Test now</wa-button>
        </div>
      </form>
      <div aria-live="polite">${this.tested ? this.#verdict(this.tested) : nothing}</div>
    </section>`;
  }

  #verdict({token, verdict}: {token: string; verdict: Verdict}) {
    if (verdict.error !== null) {
      const cause = likelyCause(token, verdict.error, verdict.message);
      return html`<wa-callout variant="danger">
        <div class="stack tight">
          <p><code class="strong">${verdict.error}</code></p>
          <p>${verdict.message}</p>
          ${cause ? html`<p><strong>Most likely:</strong> ${cause}</p>` : nothing}
        </div>
      </wa-callout>`;
    }
    const hint = lookalikes(token);
    return html`<wa-callout variant=${hint ? 'warning' : 'success'}>
      <div class="stack">
        <p class="strong">The token is good.</p>
        <dl class="pairs">
          ${Object.entries(verdict.claims).map(
            ([name, value]) =>
              html`<dt><code>${name}</code></dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        ${hint ? html`<p>${hint}</p>` : nothing}
        ${
          this.isOn
            ? nothing
            : html`<p>
                Visitor identity is off: <code>visitorClaims</code> stays null until it is switched
                on and published.
              </p>`
        }
      </div>
    </wa-callout>`;
  }

  async #test(event: SubmitEvent): Promise<void> {
    const token = (fieldsOf(event)['visitorToken'] ?? '').trim();
    if (!token) return;
    await whileBusy(this, async () => {
      const path = `/widgets/${encodeURIComponent(this.widgetId)}/visitor-token/test`;
      this.tested = {token, verdict: await api.post<Verdict>(path, {visitorToken: token})};
    });
  }
}

customElements.define('aiw-token-test-part', TokenTestPart);
