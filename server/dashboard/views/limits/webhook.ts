import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api, ApiError} from '../../api/client.js';
import {linkTo} from '../../app/router.js';
import {session} from '../../app/session.js';
import {fieldsOf, whileBusy} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import {confirmAction} from '../../ui/confirm.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {shownOnce} from '../../ui/shown-once.js';

/** Where the operator's own system is told of captures and ended calls, by an owner. */
export class WebhookPart extends Part {
  @property({attribute: false}) widgetId = '';
  /** Null: nothing is told. */
  @property({attribute: false}) url: string | null = null;
  @state() isBusy = false;
  @state() private secret = '';
  @state() private fault = '';

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Webhook</h2>
        <p class="quiet">
          Your own system is told of each captured contact and each ended call, signed after
          Standard Webhooks. What became of each message is in
          <a href=${linkTo('/settings/deliveries')}>Webhook deliveries</a>.
        </p>
      </header>
      ${
        session.may('owner')
          ? this.#form()
          : html`<p class="quiet">
              ${this.url ? 'It is on.' : 'It is off.'} Only an owner of the account can change it.
            </p>`
      }
    </section>`;
  }

  #form() {
    const {url, fault} = this;
    return html`<form @submit=${this.#save} @keydown=${submitOnEnter}>
        <div class="line">
          <wa-input
            class=${fault ? 'bad' : ''}
            label="Address"
            name="url"
            type="url"
            maxlength="2000"
            placeholder="https://crm.acme.com/hooks/calls"
            hint=${fault}
            value=${url ?? ''}
            required
          ></wa-input>
          ${fault ? nothing : this.#submit()}
        </div>
        ${fault ? html`<div>${this.#submit()}</div>` : nothing}
      </form>
      ${
        this.secret
          ? shownOnce(
              {
                label: 'Signing secret',
                value: this.secret,
                text: 'It is shown this once. Your system checks with it that a message is from here.',
              },
              () => (this.secret = ''),
            )
          : nothing
      }
      ${
        url
          ? html`<footer class="row">
              <wa-button appearance="outlined" size="s" @click=${this.#rotate}
                >New signing secret</wa-button
              >
              <wa-button appearance="outlined" size="s" variant="danger" @click=${this.#off}
                >Switch off</wa-button
              >
            </footer>`
          : nothing
      }`;
  }

  #submit() {
    return html`<wa-button type="submit" ?loading=${this.isBusy}
      >${this.url ? 'Change' : 'Switch on'}</wa-button
    >`;
  }

  get #path(): string {
    return `/widgets/${encodeURIComponent(this.widgetId)}/webhook`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    const {url = ''} = fieldsOf(event);
    const isFirst = this.url === null;
    this.fault = '';
    await whileBusy(this, async () => {
      try {
        const {secret} = await api.put<{secret: string}>(this.#path, {url: url.trim()});
        this.url = url.trim();
        // A changed address keeps its secret, which was shown before.
        if (isFirst) this.secret = secret;
        notify(isFirst ? 'The webhook is on.' : 'The webhook has its new address.');
      } catch (error) {
        const found = error instanceof ApiError ? error.faults[0]?.message : undefined;
        if (!found) throw error;
        this.fault = found;
      }
    });
  }

  async #rotate(): Promise<void> {
    const isMeant = await confirmAction({
      title: 'Make a new signing secret?',
      text: 'Messages are signed with it at once. Your system refuses them until it has it.',
      action: 'Make a new secret',
      isDangerous: true,
    });
    if (!isMeant) return;
    await whileBusy(this, async () => {
      this.secret = (await api.post<{secret: string}>(`${this.#path}/rotate`)).secret;
    });
  }

  async #off(): Promise<void> {
    const isMeant = await confirmAction({
      title: 'Switch the webhook off?',
      text: 'Your system is told nothing more. Messages that wait are not sent.',
      action: 'Switch off',
      isDangerous: true,
    });
    if (!isMeant) return;
    await whileBusy(this, async () => {
      await api.delete(this.#path);
      this.url = null;
      this.secret = '';
      notify('The webhook is off.');
    });
  }
}

customElements.define('aiw-webhook-part', WebhookPart);
