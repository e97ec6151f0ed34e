import '@awesome.me/webawesome/dist/components/button/button.js';
import {css, html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {api, ApiError} from '../../api/client.js';
import type {Retention} from '../../api/types.js';
import {session} from '../../app/session.js';
import {whileBusy} from '../../ui/busy.js';
import {confirmAction} from '../../ui/confirm.js';
import {numberField} from '../../ui/fields.js';
import {notify} from '../../ui/notify.js';
import {Part} from '../../ui/part.js';

const MOST_DAYS = 36_500;

/** How long words and contact details are kept: in force at once, by an owner. */
export class RetentionPart extends Part {
  static override styles = [
    ...[Part.styles].flat(),
    css`
      .days {
        display: grid;
        gap: 16px 20px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
        align-items: start;
      }
    `,
  ];

  @property({attribute: false}) widgetId = '';
  /** As the server had it when the view was opened. */
  @property({attribute: false}) retention: Retention = {transcriptDays: null, captureDays: null};
  @state() isBusy = false;
  @state() private saved: Retention = this.retention;
  @state() private days: Retention = this.retention;
  @state() private refusal: ApiError | null = null;

  /** Whether leaving now would lose something. */
  get isUnsaved(): boolean {
    return JSON.stringify(this.days) !== JSON.stringify(this.saved);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('retention');
    const isNew = changed.has('retention') && !isSame(before, this.retention);
    if (!isNew || this.isUnsaved) return;
    this.saved = {...this.retention};
    this.days = {...this.retention};
  }

  protected override render() {
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">How long it is kept</h2>
        <p class="quiet">
          Days after a call. What is older is deleted for good. It counts at once, for calls of the
          past too, and takes no publishing.
        </p>
      </header>
      ${
        session.may('owner')
          ? this.#form()
          : html`<dl class="pairs">
              <dt>Words of calls</dt>
              <dd>${inWords(this.retention.transcriptDays)}</dd>
              <dt>Contact details</dt>
              <dd>${inWords(this.retention.captureDays)}</dd>
            </dl>`
      }
    </section>`;
  }

  #form() {
    const field = (label: string, name: keyof Retention) =>
      numberField({
        ...{label, value: this.days[name], min: 1, max: MOST_DAYS, placeholder: 'Forever'},
        hint: inWords(this.days[name]),
        fault: this.refusal?.of(name) ?? '',
        onChange: value => (this.days = {...this.days, [name]: value}),
      });
    return html`<div class="days">
        ${field('Words of calls, in days', 'transcriptDays')}
        ${field('Contact details, in days', 'captureDays')}
      </div>
      ${
        this.isUnsaved
          ? html`<div class="row">
              <wa-button variant="brand" ?loading=${this.isBusy} @click=${this.#save}
                >Apply now</wa-button
              >
              <wa-button appearance="plain" @click=${() => (this.days = {...this.saved})}
                >Undo</wa-button
              >
            </div>`
          : nothing
      }`;
  }

  async #save(): Promise<void> {
    const {days} = this;
    if (isShorter(days, this.saved) && !(await this.#isMeant())) return;
    await whileBusy(this, async () => {
      this.refusal = null;
      try {
        await api.patch(`/widgets/${encodeURIComponent(this.widgetId)}/retention`, days);
        this.saved = {...days};
        notify('In force now.');
      } catch (error) {
        if (!(error instanceof ApiError) || error.faults.length === 0) throw error;
        this.refusal = error;
      }
    });
  }

  #isMeant(): Promise<boolean> {
    return confirmAction({
      title: 'Delete what is older?',
      text: 'What was kept for longer than this is deleted within the hour, and cannot be had back.',
      action: 'Delete it',
      isDangerous: true,
    });
  }
}

function isSame(a: Retention | undefined, b: Retention): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isShorter(now: Retention, before: Retention): boolean {
  const days = (value: number | null) => value ?? Infinity;
  return (
    days(now.transcriptDays) < days(before.transcriptDays) ||
    days(now.captureDays) < days(before.captureDays)
  );
}

function inWords(days: number | null): string {
  if (days === null) return 'Forever';
  return days === 1 ? 'One day' : `${days} days`;
}

customElements.define('aiw-retention-part', RetentionPart);
