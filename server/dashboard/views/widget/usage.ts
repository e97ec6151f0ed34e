import {Task} from '@lit/task';
import {css, html, LitElement, nothing} from 'lit';
import {property} from 'lit/decorators.js';
import {api} from '../../api/client.js';
import type {DayOfUse, Usage} from '../../api/types.js';
import {linkTo} from '../../app/router.js';
import '../../ui/bar-chart.js';
import {ago} from '../../ui/format.js';
import {base} from '../../ui/styles.js';
import {failed, loading} from '../../ui/task.js';

const DAYS = 30;
const DAY_MS = 86_400_000;

type Counted = 'calls' | 'minutes' | 'leads';

/** A widget's last thirty days: calls, minutes, leads, how soon it answers, and what it could not. */
export class WidgetUsage extends LitElement {
  static override styles = [
    base,
    css`
      .numbers {
        display: grid;
        gap: 16px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 172px), 1fr));
      }
      .figure {
        display: grid;
        gap: 10px;
        align-content: space-between;
      }
      .figure b {
        font-size: 1.7rem;
        line-height: 1.1;
        font-weight: 640;
        font-variant-numeric: tabular-nums;
        letter-spacing: -0.02em;
      }
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 16px;
        padding: 8px 0;
        border-bottom: 1px solid var(--wa-color-surface-border);
      }
      li:last-child {
        border: 0;
      }
    `,
  ];

  @property() widgetId = '';

  readonly #usage = new Task(this, {
    task: ([id]) => api.get<Usage>(`/widgets/${id}/usage`, {days: DAYS}),
    args: () => [this.widgetId] as const,
  });

  protected override render() {
    return this.#usage.render({
      pending: loading,
      error: failed,
      complete: ({days, unanswered}) =>
        html`<div class="stack">
          <section class="numbers" aria-label=${`The last ${DAYS} days`}>
            ${this.#figure('Calls', 'calls', days)} ${this.#figure('Minutes', 'minutes', days)}
            ${this.#figure('Leads', 'leads', days)} ${this.#latency(days)} ${this.#answers(days)}
          </section>
          ${unanswered.length > 0 ? this.#unanswered(unanswered) : nothing}
        </div>`,
    });
  }

  #figure(name: string, key: Counted, days: readonly DayOfUse[]) {
    const total = days.reduce((sum, day) => sum + day[key], 0);
    const byDay = new Map(days.map(day => [day.day, day[key]]));
    const bars = Array.from({length: DAYS}, (_, index) => {
      const day = new Date(Date.now() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
      return {label: day, value: byDay.get(day) ?? 0};
    });
    return html`<div class="card figure">
      <span class="quiet small">${name}</span>
      <b>${Math.round(total).toLocaleString()}</b>
      <aiw-bar-chart .bars=${bars} unit=${key}></aiw-bar-chart>
    </div>`;
  }

  #latency(days: readonly DayOfUse[]) {
    const known = days.flatMap(({latencyMs}) => latencyMs ?? []).sort((a, b) => a - b);
    const middle = known[Math.floor(known.length / 2)];
    return html`<div class="card figure">
      <span class="quiet small">Answers begin after</span>
      <b>${middle === undefined ? '–' : `${(middle / 1000).toFixed(2)} s`}</b>
      <span class="quiet small">median of the days</span>
    </div>`;
  }

  #answers(days: readonly DayOfUse[]) {
    const questions = days.reduce((sum, day) => sum + day.questions, 0);
    const unanswered = days.reduce((sum, day) => sum + day.unanswered, 0);
    const share = questions === 0 ? '–' : `${Math.round((1 - unanswered / questions) * 100)} %`;
    return html`<div class="card figure">
      <span class="quiet small">Had an answer</span>
      <b>${share}</b>
      <span class="quiet small">${unanswered} of ${questions} had none</span>
    </div>`;
  }

  #unanswered(questions: Usage['unanswered']) {
    return html`<section class="card stack tight" aria-label="Questions without an answer">
      <div class="row between">
        <h2>Questions that had no answer</h2>
        <a href=${linkTo(`/widgets/${this.widgetId}/setup/4`)}>Add to the knowledge</a>
      </div>
      <ul>
        ${questions.slice(0, 8).map(
          ({text, at, id}) =>
            html`<li>
              <a href=${linkTo(`/conversations/${id}`)}>${text}</a>
              <span class="quiet small">${ago(at)}</span>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

customElements.define('aiw-widget-usage', WidgetUsage);
