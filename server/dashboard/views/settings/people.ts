import '@awesome.me/webawesome/dist/components/badge/badge.js';
import {Task} from '@lit/task';
import {Trash2} from 'lucide';
import {css, html, nothing} from 'lit';
import {api} from '../../api/client.js';
import type {Person, Role} from '../../api/types.js';
import {session} from '../../app/session.js';
import {confirmAction} from '../../ui/confirm.js';
import {dayOf} from '../../ui/format.js';
import {icon} from '../../ui/icon.js';
import {notify, notifyError} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {ROLE_WORDS, roleSelect} from '../../ui/roles.js';
import {failed, loading} from '../../ui/task.js';

/** People of the account; its owners change their roles and remove them. */
export class PeoplePart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      wa-select {
        flex: 0 1 300px;
      }
    `,
  ];

  readonly #people = new Task(this, {
    task: () => api.get<{people: Person[]}>('/people'),
    args: () => [],
  });

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">People</h2>
        <p class="quiet">Everybody who signs in here, and what they may.</p>
      </header>
      ${this.#people.render({
        pending: loading,
        error: failed,
        complete: ({people}) =>
          html`<ul class="list">
            ${people.map(person => this.#item(person))}
          </ul>`,
      })}
    </section>`;
  }

  #item(person: Person) {
    const {id, name, email, role, joinedAt} = person;
    const isSelf = id === session.who.operator?.id;
    return html`<li>
      <div class="what">
        <span class="strong"
          >${name}${isSelf ? html` <span class="quiet">(you)</span>` : nothing}</span
        >
        <span class="quiet small">${email} · since ${dayOf(joinedAt)}</span>
      </div>
      ${
        session.may('owner')
          ? html`${roleSelect(`Role of ${name}`, role, next => this.#setRole(person, next))}
              <button
                type="button"
                class="icon-button"
                aria-label=${`Remove ${name}`}
                title=${isSelf ? 'Another owner can remove you' : `Remove ${name}`}
                ?disabled=${isSelf}
                @click=${() => this.#remove(person)}
              >
                ${icon(Trash2)}
              </button>`
          : html`<wa-badge variant="neutral" appearance="filled-outlined" pill
              >${ROLE_WORDS[role].name}</wa-badge
            >`
      }
    </li>`;
  }

  async #setRole({id, name}: Person, role: Role): Promise<void> {
    try {
      await api.patch(`/people/${encodeURIComponent(id)}`, {role});
      notify(`${name} is ${ROLE_WORDS[role].name.toLowerCase()} now.`);
      if (id === session.who.operator?.id) await session.refresh();
    } catch (error) {
      notifyError(error);
    }
    void this.#people.run();
  }

  async #remove({id, name}: Person): Promise<void> {
    const isMeant = await confirmAction({
      title: `Remove ${name}?`,
      text: 'They are signed out everywhere at once, and come back only by a new invitation.',
      action: 'Remove',
      isDangerous: true,
    });
    if (!isMeant) return;
    try {
      await api.delete(`/people/${encodeURIComponent(id)}`);
      notify(`${name} is removed.`);
    } catch (error) {
      notifyError(error);
    }
    void this.#people.run();
  }
}

customElements.define('aiw-people-part', PeoplePart);
