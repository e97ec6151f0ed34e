import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/checkbox/checkbox.js';
import '@awesome.me/webawesome/dist/components/input/input.js';
import {Check, Pause, Play, Zap} from 'lucide';
import {html, LitElement, nothing, svg} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Trigger} from '../../../../src/contract/index.js';
import type {Verdict} from '../../../../src/triggers/evaluate.js';
import {explain} from '../../../../src/triggers/explain.js';
import {isOn, numberOf, valueOf} from '../../ui/field.js';
import {icon} from '../../ui/icon.js';
import {base} from '../../ui/styles.js';
import {simulatorStyles} from './simulator.styles.js';
import {firstFiring, LENGTH, SCENARIO, signalsAt, standAt, type Scenario} from './scenario.js';

/** A second of the scenario passes in so many milliseconds. */
const PLAY_MS = 120;

/** A made-up visit on a timeline: which rule fires when, and why the others do not. */
export class Simulator extends LitElement {
  static override styles = [base, simulatorStyles];

  @property({attribute: false}) rules: readonly Trigger[] = [];
  @state() private scenario: Scenario = SCENARIO;
  @state() private second = 0;
  @state() private isPlaying = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render() {
    return html`
      <div class="stack tight">
        <h2>Try them out</h2>
        <p class="quiet small">
          A made-up visit, judged by the same code as on your pages. Nothing is saved.
        </p>
      </div>
      ${this.#inputs()} ${this.#timeline()} ${this.#readings()} ${this.#verdicts()}
    `;
  }

  #inputs() {
    const {url, visits, scroll, lastActivity, exitAt} = this.scenario;
    return html`<div class="inputs">
      <wa-input
        class="wide"
        label="Page"
        size="s"
        .value=${url}
        @input=${(event: Event) => this.#set({url: valueOf(event)})}
      ></wa-input>
      ${this.#number('Visit', visits, value => ({visits: value ?? 1}))}
      ${this.#number('Scrolls to, %', Math.round(scroll.depth * 100), value => ({
        scroll: {...scroll, depth: Math.min(100, value ?? 0) / 100},
      }))}
      ${this.#number('… from second', scroll.from, value => ({
        scroll: {...scroll, from: value ?? 0, until: Math.max(scroll.until, value ?? 0)},
      }))}
      ${this.#number('… to second', scroll.until, value => ({
        scroll: {...scroll, until: Math.max(scroll.from, value ?? 0)},
      }))}
      ${this.#number('Idle from', lastActivity, value => ({lastActivity: value ?? null}))}
      ${this.#number('Leaves at', exitAt, value => ({exitAt: value ?? null}))}
      ${this.#firedBefore()}
    </div>`;
  }

  /** Cooldowns need a past: when the rules fired last, all of them alike. */
  #firedBefore() {
    const {inSession, daysAgo} = this.scenario.fired;
    const ids = this.rules.map(({id}) => id);
    const [days = null] = Object.values(daysAgo);
    const fired = (isInVisit: boolean, ago: number | null) =>
      this.#set({
        fired: {
          inSession: isInVisit ? ids : [],
          daysAgo: ago === null ? {} : Object.fromEntries(ids.map(id => [id, ago])),
        },
      });
    return html`<wa-input
        label="Fired, days ago"
        size="s"
        type="number"
        min="0"
        placeholder="never"
        .value=${days === null ? '' : String(days)}
        @input=${(event: Event) => fired(inSession.length > 0, numberOf(event) ?? null)}
      ></wa-input>
      <wa-checkbox
        size="s"
        .checked=${inSession.length > 0}
        @change=${(event: Event) => fired(isOn(event), days)}
        >fired in this visit</wa-checkbox
      >`;
  }

  #number(
    label: string,
    value: number | null,
    change: (value: number | undefined) => Partial<Scenario>,
  ) {
    return html`<wa-input
      label=${label}
      size="s"
      type="number"
      min="0"
      max="1000"
      placeholder="never"
      .value=${value === null ? '' : String(value)}
      @input=${(event: Event) => this.#set(change(numberOf(event)))}
    ></wa-input>`;
  }

  #timeline() {
    const firing = firstFiring(this.rules, this.scenario);
    return html`<div class="stack tight">
      ${this.#drawing(firing?.second ?? null)}
      <div class="time">
        <wa-button size="s" appearance="outlined" @click=${this.#play}>
          ${icon(this.isPlaying ? Pause : Play, 'start')} ${this.isPlaying ? 'Stop' : 'Play'}
        </wa-button>
        <input
          type="range"
          aria-label="Second of the visit"
          min="0"
          max=${LENGTH}
          .value=${String(this.second)}
          @input=${(event: Event) => {
            this.#stop();
            this.second = Number(valueOf(event));
          }}
        />
      </div>
      <p aria-live="polite">
        ${
          firing
            ? html`<span class="yes">${icon(Zap)}</span> <b>${firing.trigger.name}</b> fires at
                second ${firing.second}.`
            : html`<span class="quiet">No rule fires within ${LENGTH} seconds.</span>`
        }
      </p>
    </div>`;
  }

  /** The visit as a line: how far it scrolls, where a rule fires, and where the slider is. */
  #drawing(fires: number | null) {
    const {scroll, exitAt} = this.scenario;
    const height = 30;
    const top = height - scroll.depth * (height - 4);
    const shape = `0,${height} ${scroll.from},${height} ${scroll.until},${top} ${LENGTH},${top} ${LENGTH},${height}`;
    const mark = (at: number | null, kind: string) =>
      at === null || at > LENGTH
        ? nothing
        : svg`<line class=${kind} x1=${at} x2=${at} y1="0" y2=${height} stroke-width="2"
            vector-effect="non-scaling-stroke"></line>`;
    return html`<svg
      class="line"
      viewBox="0 0 ${LENGTH} ${height}"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polygon class="depth" points=${shape}></polygon>
      <line
        class="track"
        x1="0"
        x2=${LENGTH}
        y1=${height}
        y2=${height}
        stroke-width="2"
        vector-effect="non-scaling-stroke"
      ></line>
      ${mark(exitAt, 'track')} ${mark(fires, 'fires')} ${mark(this.second, 'now')}
    </svg>`;
  }

  #readings() {
    const {scrollDepth, idleMs, exitIntent} = signalsAt(this.scenario, this.second);
    return html`<p class="reads quiet small">
      <span>second ${this.second}</span>
      <span>scrolled ${Math.round(scrollDepth * 100)} %</span>
      <span>${idleMs === null ? 'nothing done yet' : `idle ${Math.round(idleMs / 1000)} s`}</span>
      ${exitIntent ? html`<span>about to leave</span>` : nothing}
    </p>`;
  }

  #verdicts() {
    if (this.rules.length === 0) return nothing;
    const {trigger, verdicts} = standAt(this.rules, this.scenario, this.second);
    return html`<ul aria-label="How each rule stands">
      ${verdicts.map(verdict => this.#verdict(verdict, trigger))}
    </ul>`;
  }

  #verdict({trigger, obstacles}: Verdict, fires: Trigger | null) {
    const isFiring = trigger === fires;
    const waits = obstacles.length === 0 && !isFiring;
    return html`<li>
      <span class=${isFiring ? 'yes' : 'quiet'}
        >${isFiring ? icon(Zap) : waits ? icon(Check) : '·'}</span
      >
      <span>
        <b>${trigger.name}</b>
        ${isFiring ? html`<span class="yes">fires</span>` : nothing}
      </span>
      <span class="why quiet small">
        ${
          waits
            ? `It holds, and gives way to ${fires?.name}.`
            : obstacles.map(obstacle => explain(obstacle)).join(' ')
        }
      </span>
    </li>`;
  }

  #set(changes: Partial<Scenario>): void {
    this.scenario = {...this.scenario, ...changes};
  }

  #play(): void {
    if (this.isPlaying) return this.#stop();
    if (this.second >= LENGTH) this.second = 0;
    this.isPlaying = true;
    this.#timer = setInterval(() => {
      this.second = Math.min(LENGTH, this.second + 1);
      if (this.second >= LENGTH) this.#stop();
    }, PLAY_MS);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.isPlaying = false;
  }
}

customElements.define('aiw-trigger-simulator', Simulator);
