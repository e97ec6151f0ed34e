import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/details/details.js';
import {Task} from '@lit/task';
import {html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {Revision, Widget} from '../../api/types.js';
import {session} from '../../app/session.js';
import {confirmAction} from '../../ui/confirm.js';
import {dateTime} from '../../ui/format.js';
import {notify, notifyError} from '../../ui/notify.js';
import {base} from '../../ui/styles.js';
import {failed, loading} from '../../ui/task.js';

/** What was live, with the way back to each. */
export class Revisions extends LitElement {
  static override styles = [base];

  @property({attribute: false}) widget: Widget | null = null;

  readonly #revisions = new Task(this, {
    task: async ([id]) =>
      id ? (await api.get<{revisions: Revision[]}>(`/widgets/${id}/revisions`)).revisions : [],
    args: () => [this.widget?.id, this.widget?.publishedRevisionId] as const,
  });

  protected override render() {
    return this.#revisions.render({
      pending: loading,
      error: failed,
      complete: revisions =>
        revisions.length < 2
          ? nothing
          : html`<wa-details summary="What was live before">
              <div class="scroll">
                <table>
                  <thead>
                    <tr>
                      <th>Revision</th>
                      <th>Published</th>
                      <th></th>
                    </tr>
                  </thead>
                  <tbody>
                    ${revisions.map(revision => this.#row(revision))}
                  </tbody>
                </table>
              </div>
            </wa-details>`,
    });
  }

  #row(revision: Revision) {
    const isLive = revision.id === this.widget?.publishedRevisionId;
    return html`<tr>
      <td>${revision.number}</td>
      <td>${dateTime(revision.publishedAt)}</td>
      <td class="number">
        ${
          isLive
            ? html`<span class="quiet">live</span>`
            : session.may('editor')
              ? html`<wa-button size="s" appearance="outlined" @click=${() => this.#back(revision)}>
                  Roll back to it
                </wa-button>`
              : nothing
        }
      </td>
    </tr>`;
  }

  async #back({id, number}: Revision): Promise<void> {
    const isMeant = await confirmAction({
      title: `Roll back to revision ${number}?`,
      text: 'It becomes live at once, as a new revision. The draft becomes the same.',
      action: 'Roll back',
    });
    if (!isMeant) return;
    try {
      const path = `/widgets/${this.widget?.id}/roll-back`;
      const widget = await api.post<Widget>(path, {revision: id});
      this.dispatchEvent(new CustomEvent<Widget>('widget-change', {detail: widget}));
      notify(`Revision ${number} is live again.`);
    } catch (error) {
      notifyError(error);
    }
  }
}

customElements.define('aiw-revisions', Revisions);
