import './navigation/menu-import.js';
import './navigation/target-row.js';
import './navigation/try-phrase.js';
import '@awesome.me/webawesome/dist/components/radio-group/radio-group.js';
import '@awesome.me/webawesome/dist/components/radio/radio.js';
import {Plus} from 'lucide';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import type {NavTarget, Navigation} from '../../../src/contract/index.js';
import {api} from '../api/client.js';
import type {Settings, SettingsChanges, Widget} from '../api/types.js';
import {whileBusy} from '../ui/busy.js';
import {DraftView} from '../ui/draft-view.js';
import {switchField} from '../ui/fields.js';
import {icon} from '../ui/icon.js';
import {widgetHead} from '../ui/widget-head.js';
import {moved, tidy, type TargetCheck} from './navigation/rows.js';

/** As many as the server looks at in one request. */
const CHECKED_AT_ONCE = 50;
const ABOUT =
  'While they talk, the agent takes visitors to a page and scrolls to the right section. It goes to the places below and nowhere else: leave out what is behind a sign-in, and where something is bought or deleted.';

/** `/widgets/:id/navigation`: the nav map, its checks, and a trial of it. */
export class NavigationView extends DraftView {
  static override styles = [
    ...[DraftView.styles].flat(),
    css`
      .rows {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  @state() private checks: readonly (TargetCheck | null)[] = [];
  /** Tell rows apart while they are moved. */
  #keys: number[] = [];
  #lastKey = 0;

  protected override partOf({navigation}: Settings): SettingsChanges {
    return {navigation: {...navigation, targets: navigation.targets.map(tidy)}};
  }

  protected override show(widget: Widget): void {
    super.show(widget);
    this.#keys = widget.settings.navigation.targets.map(() => this.#nextKey());
    if (this.checks.length !== this.#keys.length) this.checks = [];
  }

  #nextKey(): number {
    this.#lastKey += 1;
    return this.#lastKey;
  }

  protected override body(widget: Widget, {navigation}: Settings) {
    const {enabled, targets} = navigation;
    return html`${widgetHead(widget, 'Guided navigation', ABOUT)} ${this.publishNote()}
      <section class="card" aria-label="Switch and kind of site">
        ${switchField({
          label: 'The agent may show places of the site',
          value: enabled,
          isDisabled: !this.mayEdit,
          onChange: value => this.#set({enabled: value}),
        })}
        ${this.#kind(navigation)}
      </section>
      <section class="stack" aria-labelledby="places">
        <div class="row between">
          <h2 id="places">Places</h2>
          ${this.mayEdit ? this.#tools(widget, targets) : nothing}
        </div>
        ${targets.length === 0 ? this.#empty() : this.#rows(targets)}
        ${
          this.mayEdit
            ? html`<div>
                <wa-button @click=${() => this.#add([{label: '', url: '/'}])}
                  >${icon(Plus, 'start')} Add a place</wa-button
                >
              </div>`
            : nothing
        }
      </section>
      <aiw-try-phrase .targets=${targets}></aiw-try-phrase>`;
  }

  #kind({site = 'app'}: Navigation) {
    return html`<wa-radio-group
      label="Kind of site"
      .value=${site}
      ?disabled=${!this.mayEdit}
      @change=${(event: Event) => {
        const {value} = event.target as unknown as {value: string};
        this.#set({site: value === 'documents' ? 'documents' : 'app'});
      }}
    >
      <wa-radio value="app"
        >One application: it shows all pages itself, and the call goes on without a break</wa-radio
      >
      <wa-radio value="documents"
        >Documents: each page is loaded in full, and the call goes on there</wa-radio
      >
    </wa-radio-group>`;
  }

  #tools(widget: Widget, targets: readonly NavTarget[]) {
    return html`<div class="row">
      <aiw-menu-import
        .widgetId=${widget.id}
        .known=${targets}
        @aiw-suggested=${(event: CustomEvent<NavTarget[]>) => this.#add(event.detail)}
      ></aiw-menu-import>
      <wa-button
        appearance="outlined"
        ?disabled=${targets.length === 0}
        ?loading=${this.isBusy}
        @click=${this.#check}
        >Check that they exist</wa-button
      >
    </div>`;
  }

  #empty() {
    return html`<div class="empty">
      <h3>No place yet</h3>
      <p>Add pages and sections that help to decide: prices, questions, contact.</p>
    </div>`;
  }

  #rows(targets: readonly NavTarget[]) {
    return html`<div class="rows">
      ${repeat(
        targets,
        (_, index) => this.#keys[index],
        (target, index) =>
          html`<aiw-target-row
            .target=${target}
            .index=${index}
            .count=${targets.length}
            .isDisabled=${!this.mayEdit}
            .check=${this.checks[index] ?? null}
            .faultOf=${this.#faultsOf(index)}
            class=${this.#hasFault(index) ? 'bad' : ''}
            @aiw-target=${(event: CustomEvent<NavTarget>) => this.#edit(index, event.detail)}
            @aiw-move=${(event: CustomEvent<-1 | 1>) => this.#move(index, event.detail)}
            @aiw-remove=${() => this.#remove(index)}
          ></aiw-target-row>`,
      )}
    </div>`;
  }

  /** A fault of one alias is one of all of them: they are one field. */
  #faultsOf(index: number): (field: string) => string {
    const path = `navigation.targets.${index}.`;
    const faults = this.refusal?.faults ?? [];
    return field =>
      faults.find(fault => `${fault.path}.`.startsWith(`${path}${field}.`))?.message ?? '';
  }

  #hasFault(index: number): boolean {
    const path = `navigation.targets.${index}.`;
    return this.refusal?.faults.some(fault => fault.path.startsWith(path)) === true;
  }

  #set(changes: Partial<Navigation>): void {
    if (!this.settings) return;
    this.change({navigation: {...this.settings.navigation, ...changes}});
  }

  get #targets(): NavTarget[] {
    return this.settings?.navigation.targets ?? [];
  }

  /** Changes the list and what goes along with it. What was wrong with a row is by its number. */
  #rearrange(change: <Entry>(list: readonly Entry[], make: () => Entry) => Entry[]): void {
    const targets = this.#targets;
    const checks = targets.map((_, index) => this.checks[index] ?? null);
    this.refusal = null;
    this.checks = change<TargetCheck | null>(checks, () => null);
    this.#keys = change(this.#keys, () => this.#nextKey());
    this.#set({targets: change<NavTarget>(targets, () => ({label: '', url: '/'}))});
  }

  #add(added: readonly NavTarget[]): void {
    const first = this.#targets.length;
    this.#rearrange((list, make) => [...list, ...added.map(make)]);
    const targets = this.#targets.map((target, index) => added[index - first] ?? target);
    this.#set({targets});
  }

  #move(index: number, step: -1 | 1): void {
    this.#rearrange(list => moved(list, index, step));
  }

  #remove(index: number): void {
    this.#rearrange(list => list.filter((_, at) => at !== index));
  }

  #edit(index: number, target: NavTarget): void {
    this.checks = this.checks.map((check, at) => (at === index ? null : check));
    this.#set({targets: this.#targets.map((one, at) => (at === index ? target : one))});
  }

  async #check(): Promise<void> {
    const targets = this.#targets.map(tidy);
    await whileBusy(this, async () => {
      this.checks = [];
      for (let at = 0; at < targets.length; at += CHECKED_AT_ONCE) {
        const slice = targets.slice(at, at + CHECKED_AT_ONCE);
        const asked = slice.map(({url, sectionSelector}) => ({url, sectionSelector}));
        const path = `${this.path}/navigation/check`;
        const {checks} = await api.post<{checks: TargetCheck[]}>(path, {targets: asked});
        this.checks = [...this.checks, ...checks];
      }
    });
  }
}

customElements.define('aiw-navigation-view', NavigationView);
