import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {Task} from '@lit/task';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Invite, Role} from '../../api/types.js';
import {fieldsOf, whileBusy} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import {dateTime} from '../../ui/format.js';
import {notify, notifyError} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {ROLE_WORDS, roleSelect} from '../../ui/roles.js';
import {shownOnce} from '../../ui/shown-once.js';
import {failed, loading} from '../../ui/task.js';

/** Links with which people join, each once. */
export class InvitesPart extends Part {
  @state() isBusy = false;
  @state() private chosen: Role = 'editor';
  @state() private url = '';

  readonly #invites = new Task(this, {
    task: () => api.get<{invites: Invite[]}>('/invites'),
    args: () => [],
  });

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">Invite somebody</h2>
        <p class="quiet">A link with which one person joins, within seven days.</p>
      </header>
      <form class="line" @submit=${this.#invite} @keydown=${submitOnEnter}>
        ${roleSelect('Role', this.chosen, role => (this.chosen = role))}
        <wa-input
          label="Email address (optional)"
          name="email"
          type="email"
          maxlength="254"
          hint="Then the link works for this address only. It is not sent: hand it over yourself."
        ></wa-input>
        <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Make a link</wa-button>
      </form>
      ${
        this.url
          ? shownOnce(
              {
                label: 'Invitation link',
                value: this.url,
                text: 'It is shown this once. Whoever has it can join.',
              },
              () => (this.url = ''),
            )
          : nothing
      }
      ${this.#invites.render({
        pending: loading,
        error: failed,
        complete: ({invites}) => this.#open(invites),
      })}
    </section>`;
  }

  #open(invites: Invite[]) {
    if (invites.length === 0) return nothing;
    return html`<h3>Open invitations</h3>
      <ul class="list">
        ${invites.map(
          ({id, role, email, expiresAt}) =>
            html`<li>
              <div class="what">
                <span class="strong">${email ?? 'Whoever has the link'}</span>
                <span class="quiet small"
                  >${ROLE_WORDS[role].name} · until ${dateTime(expiresAt)}</span
                >
              </div>
              <wa-button size="s" appearance="outlined" @click=${() => this.#withdraw(id)}
                >Withdraw</wa-button
              >
            </li>`,
        )}
      </ul>`;
  }

  async #invite(event: SubmitEvent): Promise<void> {
    const form = event.currentTarget as HTMLFormElement;
    const {email} = fieldsOf(event);
    const role = this.chosen;
    await whileBusy(this, async () => {
      const body = {role, ...(email && {email})};
      this.url = (await api.post<{url: string}>('/invites', body)).url;
      form.reset();
      void this.#invites.run();
    });
  }

  async #withdraw(id: string): Promise<void> {
    try {
      await api.delete(`/invites/${encodeURIComponent(id)}`);
      notify('The invitation is withdrawn.');
      this.url = '';
    } catch (error) {
      notifyError(error);
    }
    void this.#invites.run();
  }
}

customElements.define('aiw-invites-part', InvitesPart);
