import '@awesome.me/webawesome/dist/components/badge/badge.js';
import '@awesome.me/webawesome/dist/components/button/button.js';
import {Task} from '@lit/task';
import {Monitor, Smartphone} from 'lucide';
import {css, html} from 'lit';
import {api} from '../../api/client.js';
import type {SignIn} from '../../api/types.js';
import {ago, dateTime} from '../../ui/format.js';
import {icon} from '../../ui/icon.js';
import {notify, notifyError} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {failed, loading} from '../../ui/task.js';
import {browserName, isHandheld} from './browser-name.js';

/** Browsers in which the operator is signed in, each of which can be signed out. */
export class SignInsPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      .device {
        font-size: 1.25rem;
        color: var(--wa-color-text-quiet);
        display: grid;
      }
    `,
  ];

  readonly #signIns = new Task(this, {
    task: () => api.get<{signIns: SignIn[]}>('/sign-ins'),
    args: () => [],
  });

  /** Asks the server again. */
  reload(): void {
    void this.#signIns.run();
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Signed-in browsers</h2>
        <p class="quiet">Sign out where it is not you, or not you any more.</p>
      </header>
      ${this.#signIns.render({
        pending: loading,
        error: failed,
        complete: ({signIns}) =>
          html`<ul class="list">
            ${signIns.map(signIn => this.#item(signIn))}
          </ul>`,
      })}
    </section>`;
  }

  #item({id, at, expiresAt, address, browser, isThis}: SignIn) {
    const name = browserName(browser);
    return html`<li>
      <span class="device">${icon(isHandheld(browser) ? Smartphone : Monitor)}</span>
      <div class="what">
        <span class="strong">${name}</span>
        <span class="quiet small" title=${`Until ${dateTime(expiresAt)}`}>
          ${address ? `${address} · ` : ''}since ${ago(at)}
        </span>
      </div>
      ${
        isThis
          ? html`<wa-badge variant="success" appearance="filled-outlined" pill
              >This browser</wa-badge
            >`
          : html`<wa-button size="s" appearance="outlined" @click=${() => this.#signOut(id, name)}
              >Sign out</wa-button
            >`
      }
    </li>`;
  }

  async #signOut(id: string, name: string): Promise<void> {
    try {
      await api.delete(`/sign-ins/${encodeURIComponent(id)}`);
      notify(`${name} is signed out.`);
    } catch (error) {
      notifyError(error);
    }
    this.reload();
  }
}

customElements.define('aiw-sign-ins-part', SignInsPart);
