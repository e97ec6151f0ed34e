import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import {goTo} from '../app/router.js';
import {session} from '../app/session.js';
import {entrance} from '../ui/entrance.styles.js';
import {View} from '../ui/view.js';

/** What a link leads to. */
interface Invite {
  account: string;
  role: string;
  email: string | null;
}

/** `/join#TOKEN`: the token never leaves the browser but in the body of a request. */
export class JoinView extends View {
  static override styles = [...[View.styles].flat(), entrance];

  @state() private invite: Invite | null = null;
  @state() private isBusy = false;
  @state() private fault = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#look();
  }

  get #token(): string {
    return location.hash.slice(1);
  }

  async #look(): Promise<void> {
    try {
      this.invite = await api.post<Invite>('/invite', {token: this.#token || 'none'});
    } catch (error) {
      this.fault = (error as Error).message;
    }
  }

  protected override render() {
    const {invite} = this;
    if (!invite) {
      return html`<div class="entrance">
        ${
          this.fault
            ? html`<h1>This link does not work</h1>
                <p role="alert">${this.fault}</p>
                <a href="/dashboard/sign-in">Sign in</a>`
            : html`<p class="quiet" aria-busy="true">Loading …</p>`
        }
      </div>`;
    }
    return html`<form class="entrance" @submit=${this.#submit}>
      <img src="/dashboard/icon.svg" alt="" width="44" height="44" />
      <h1>${session.who.isSetUp ? `Join ${invite.account}` : 'Make your account'}</h1>
      <p class="quiet">
        ${
          session.who.isSetUp
            ? `You will be ${article(invite.role)} of this account.`
            : 'You are the first here, and the owner. Others join by links that you make.'
        }
      </p>
      <wa-input label="Your name" name="name" autocomplete="name" required autofocus></wa-input>
      <wa-input
        label="Email address"
        name="email"
        type="email"
        autocomplete="username"
        value=${invite.email ?? ''}
        ?readonly=${invite.email !== null}
        required
      ></wa-input>
      <wa-input
        label="Password"
        name="password"
        type="password"
        hint="Ten characters or more"
        autocomplete="new-password"
        minlength="10"
        maxlength="128"
        password-toggle
        required
      ></wa-input>
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Continue</wa-button>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const person = Object.fromEntries(new FormData(event.target as HTMLFormElement));
    const isFirst = !session.who.isSetUp;
    this.isBusy = true;
    this.fault = '';
    try {
      await api.post('/join', {...person, token: this.#token});
      await session.refresh();
      await goTo(isFirst ? '/new' : '/', {replace: true});
    } catch (error) {
      this.fault = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }
}

function article(role: string): string {
  return /^[aeio]/.test(role) ? `an ${role}` : `a ${role}`;
}

customElements.define('aiw-join-view', JoinView);
