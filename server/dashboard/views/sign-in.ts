import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../api/client.js';
import {goTo} from '../app/router.js';
import {session} from '../app/session.js';
import {entrance} from '../ui/entrance.styles.js';
import {View} from '../ui/view.js';

/** `/sign-in` */
export class SignInView extends View {
  static override styles = [...[View.styles].flat(), entrance];

  @state() private isCodeNeeded = false;
  @state() private isBusy = false;
  @state() private fault = '';

  protected override render() {
    if (!session.who.isSetUp) return this.#firstRun();
    return html`<form class="entrance" @submit=${this.#submit}>
      <img src="/dashboard/icon.svg" alt="" width="44" height="44" />
      <h1>Sign in</h1>
      <wa-input
        label="Email address"
        name="email"
        type="email"
        autocomplete="username"
        required
      ></wa-input>
      <wa-input
        label="Password"
        name="password"
        type="password"
        autocomplete="current-password"
        password-toggle
        required
      ></wa-input>
      ${
        this.isCodeNeeded
          ? html`<wa-input
              label="Code"
              name="code"
              hint="From your authenticator app, or one of your backup codes"
              autocomplete="one-time-code"
              inputmode="numeric"
              required
              autofocus
            ></wa-input>`
          : nothing
      }
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Sign in</wa-button>
      <p class="quiet small">
        Without an account? An owner makes a link for you, or whoever runs the server does:
        <code>aiw-server admin create --email you@example.com</code>
      </p>
    </form>`;
  }

  #firstRun() {
    return html`<div class="entrance">
      <img src="/dashboard/icon.svg" alt="" width="44" height="44" />
      <h1>Almost there</h1>
      <p>
        This server has no operator yet. Open the link that it printed in its terminal, after
        “Dashboard”: it makes your account, and works once.
      </p>
      <p class="quiet small">
        The terminal is gone? Start the server again, or run
        <code>aiw-server admin create --email you@example.com</code>
      </p>
    </div>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const {email, password, code} = Object.fromEntries(
      new FormData(event.target as HTMLFormElement),
    );
    this.isBusy = true;
    this.fault = '';
    try {
      const credentials = {email, password, ...(code && {code})};
      const {isCodeNeeded} = await api.post<{isCodeNeeded: boolean}>('/session', credentials);
      this.isCodeNeeded = isCodeNeeded;
      if (isCodeNeeded) return;
      await session.refresh();
      await goTo(safePath(this.query.get('to')), {replace: true});
    } catch (error) {
      this.fault = (error as Error).message;
    } finally {
      this.isBusy = false;
    }
  }
}

/** Where somebody wanted to go: never another site. */
function safePath(path: string | null): string {
  return path && /^\/(?!\/)/.test(path) ? path : '/';
}

customElements.define('aiw-sign-in-view', SignInView);
