import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import {session} from '../../app/session.js';
import {fieldsOf, whileBusy} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';

/** The account's name, which its owners may change. */
export class AccountPart extends Part {
  @state() isBusy = false;

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Account</h2>
        <p class="quiet">Its name is on every page here, and in invitations.</p>
      </header>
      <form class="line narrow" @submit=${this.#rename} @keydown=${submitOnEnter}>
        <wa-input
          label="Account name"
          name="name"
          value=${session.who.account?.name ?? ''}
          maxlength="100"
          autocomplete="organization"
          required
        ></wa-input>
        <wa-button type="submit" ?loading=${this.isBusy}>Rename</wa-button>
      </form>
    </section>`;
  }

  async #rename(event: SubmitEvent): Promise<void> {
    const {name} = fieldsOf(event);
    await whileBusy(this, async () => {
      await api.patch('/account', {name});
      await session.refresh();
      notify('The account is renamed.');
    });
  }
}

customElements.define('aiw-account-part', AccountPart);
