import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {Task} from '@lit/task';
import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {ApiKey, Role} from '../../api/types.js';
import {fieldsOf, whileBusy} from '../../ui/busy.js';
import {submitOnEnter} from '../../ui/field.js';
import {confirmAction} from '../../ui/confirm.js';
import {ago, dayOf} from '../../ui/format.js';
import {notify, notifyError} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';
import {ROLE_WORDS, roleSelect} from '../../ui/roles.js';
import {shownOnce} from '../../ui/shown-once.js';
import {failed, loading} from '../../ui/task.js';

/** Keys with which programs ask the operators' API. */
export class KeysPart extends Part {
  @state() isBusy = false;
  @state() private chosen: Role = 'viewer';
  @state() private made: {name: string; key: string} | null = null;

  readonly #keys = new Task(this, {
    task: () => api.get<{keys: ApiKey[]}>('/keys'),
    args: () => [],
  });

  protected override render() {
    const {made} = this;
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">API keys</h2>
        <p class="quiet">
          A program sends its key as <code>Authorization: Bearer …</code>. What it can ask for is in
          the <a href="/api/docs" target="_blank" rel="noreferrer">API’s documentation</a>.
        </p>
      </header>
      <form class="line" @submit=${this.#make} @keydown=${submitOnEnter}>
        <wa-input
          label="Name"
          name="name"
          maxlength="100"
          hint="What it is for, such as “Weekly report”"
          required
        ></wa-input>
        ${roleSelect('Role', this.chosen, role => (this.chosen = role))}
        <wa-button type="submit" variant="brand" ?loading=${this.isBusy}>Make a key</wa-button>
      </form>
      ${
        made
          ? shownOnce(
              {
                label: `Key “${made.name}”`,
                value: made.key,
                text: 'It is shown this once. Keep it as you keep a password.',
              },
              () => (this.made = null),
            )
          : nothing
      }
      ${this.#keys.render({
        pending: loading,
        error: failed,
        complete: ({keys}) =>
          keys.length === 0
            ? html`<p class="quiet">There is no key yet.</p>`
            : html`<ul class="list">
                ${keys.map(key => this.#item(key))}
              </ul>`,
      })}
    </section>`;
  }

  #item(key: ApiKey) {
    const {name, role, hint, createdAt, usedAt} = key;
    return html`<li>
      <div class="what">
        <span class="strong">${name}</span>
        <span class="quiet small">
          <code>${hint}…</code> · ${ROLE_WORDS[role].name} · made ${dayOf(createdAt)} ·
          ${usedAt ? `last used ${ago(usedAt)}` : 'not used yet'}
        </span>
      </div>
      <wa-button
        size="s"
        appearance="outlined"
        aria-label=${`Revoke ${name}`}
        @click=${() => this.#revoke(key)}
        >Revoke</wa-button
      >
    </li>`;
  }

  async #make(event: SubmitEvent): Promise<void> {
    const form = event.currentTarget as HTMLFormElement;
    const {name = ''} = fieldsOf(event);
    await whileBusy(this, async () => {
      this.made = await api.post<{name: string; key: string}>('/keys', {name, role: this.chosen});
      form.reset();
      void this.#keys.run();
    });
  }

  async #revoke({id, name}: ApiKey): Promise<void> {
    const isMeant = await confirmAction({
      title: `Revoke “${name}”?`,
      text: 'Whatever uses this key is refused from now on.',
      action: 'Revoke',
      isDangerous: true,
    });
    if (!isMeant) return;
    try {
      await api.delete(`/keys/${encodeURIComponent(id)}`);
      notify(`The key “${name}” is revoked.`);
    } catch (error) {
      notifyError(error);
    }
    void this.#keys.run();
  }
}

customElements.define('aiw-keys-part', KeysPart);
