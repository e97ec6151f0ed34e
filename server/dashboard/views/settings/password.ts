import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api, ApiError} from '../../api/client.js';
import {session} from '../../app/session.js';
import {fieldsOf} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';

/** The operator's own password. Fires `aiw-password-changed`: other browsers are signed out. */
export class PasswordPart extends Part {
  @state() private isBusy = false;
  @state() private fault = '';

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Password</h2>
        <p class="quiet">A new password signs you out in every other browser.</p>
      </header>
      <form @submit=${this.#change} @keydown=${submitOnEnter}>
        <input
          type="text"
          name="username"
          autocomplete="username"
          value=${session.who.operator?.email ?? ''}
          hidden
        />
        <wa-input
          label="Present password"
          name="current"
          type="password"
          autocomplete="current-password"
          required
        ></wa-input>
        <wa-input
          label="New password"
          name="next"
          type="password"
          hint="Ten characters or more"
          autocomplete="new-password"
          minlength="10"
          maxlength="128"
          password-toggle
          required
        ></wa-input>
        ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
        <div>
          <wa-button type="submit" ?loading=${this.isBusy}>Change password</wa-button>
        </div>
      </form>
    </section>`;
  }

  async #change(event: SubmitEvent): Promise<void> {
    const form = event.currentTarget as HTMLFormElement;
    const {current, next} = fieldsOf(event);
    this.isBusy = true;
    this.fault = '';
    try {
      await api.put('/password', {current, next});
      form.reset();
      notify('Your password is changed. Other browsers are signed out.');
      this.dispatchEvent(new Event('aiw-password-changed'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.fault = error.message;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('aiw-password-part', PasswordPart);
