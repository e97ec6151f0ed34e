import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/callout/callout.js';
import {css, html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import {api, ApiError} from '../api/client.js';
import type {Settings, SettingsChanges, Widget} from '../api/types.js';
import {session} from '../app/session.js';
import {whileBusy} from './busy.js';
import {notify, notifyError} from './notify.js';
import {parts} from './parts.styles.js';
import {failed, loading} from './task.js';
import {View} from './view.js';
import {widgetHeadStyles} from './widget-head.js';

/** A view that changes a part of one widget's draft: saved together, published when it is meant. */
export abstract class DraftView extends View {
  static override styles = [
    ...[View.styles].flat(),
    parts,
    widgetHeadStyles,
    css`
      .save-bar {
        position: sticky;
        inset-block-end: 16px;
        z-index: 3;
        display: flex;
        flex-wrap: wrap;
        gap: 8px 12px;
        align-items: center;
        padding: 10px 12px 10px 18px;
        border: 1px solid var(--wa-color-surface-border);
        border-radius: 14px;
        background: var(--wa-color-surface-raised);
        box-shadow: var(--wa-shadow-m);
      }
      .save-bar .error {
        flex: 1 1 100%;
      }
      @media (max-width: 760px) {
        .save-bar {
          inset-block-end: 78px;
        }
      }
    `,
  ];

  @state() isBusy = false;
  /** As the server has it. */
  @state() protected widget: Widget | null = null;
  /** As it is on the screen. */
  @state() protected settings: Settings | null = null;
  @state() protected refusal: ApiError | null = null;
  @state() private failure: Error | null = null;

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 's' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (this.isDraftUnsaved) void this.save();
  };

  /** What of the settings the view is about. */
  protected abstract partOf(settings: Settings): SettingsChanges;

  /** The view itself, once the widget is there. */
  protected abstract body(widget: Widget, settings: Settings): unknown;

  protected override get isUnsaved(): boolean {
    return this.isDraftUnsaved;
  }

  /** Whether saving the draft would change it. */
  protected get isDraftUnsaved(): boolean {
    const {widget, settings} = this;
    if (!widget || !settings) return false;
    const text = (one: Settings) => JSON.stringify(this.partOf(one));
    return text(widget.settings) !== text(settings);
  }

  /** Whether whoever is signed in may change the draft. */
  protected get mayEdit(): boolean {
    return session.may('editor');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  /** The address of the widget in the API. */
  protected get path(): string {
    return `/widgets/${encodeURIComponent(this.params['id'] ?? '')}`;
  }

  async #load(): Promise<void> {
    try {
      this.show(await api.get<Widget>(this.path));
    } catch (error) {
      this.failure = error as Error;
    }
  }

  /** Takes over what the server has now. */
  protected show(widget: Widget): void {
    this.widget = widget;
    this.settings = structuredClone(widget.settings);
    this.refusal = null;
  }

  /** Changes what is on the screen. */
  protected change(changes: Partial<Settings>): void {
    if (this.settings) this.settings = {...this.settings, ...changes};
  }

  /** Saves the draft; what is at fault is shown at its field. */
  protected async save(): Promise<void> {
    const {settings} = this;
    if (!settings) return;
    await whileBusy(this, async () => {
      try {
        this.show(await api.patch<Widget>(`${this.path}/draft`, this.partOf(settings)));
        notify('Saved in the draft.');
      } catch (error) {
        if (!(error instanceof ApiError) || error.faults.length === 0) throw error;
        this.refusal = error;
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('.bad')?.focus();
      }
    });
  }

  /** What is wrong with a field; empty: nothing. */
  protected faultOf(path: string): string {
    return this.refusal?.of(path) ?? '';
  }

  protected override render() {
    if (this.failure) return failed(this.failure);
    const {widget, settings} = this;
    if (!widget || !settings) return loading();
    return html`<div class="stack">${this.body(widget, settings)} ${this.#saveBar()}</div>`;
  }

  #saveBar() {
    if (!this.mayEdit || !this.isDraftUnsaved) return nothing;
    const {widget} = this;
    return html`<div class="save-bar">
      ${this.refusal ? html`<p class="error" role="alert">${this.#refused()}</p>` : nothing}
      <span class="grow quiet">Not saved yet</span>
      <wa-button
        appearance="plain"
        @click=${() => {
          if (widget) this.show(widget);
        }}
        >Undo</wa-button
      >
      <wa-button variant="brand" ?loading=${this.isBusy} @click=${() => this.save()}
        >Save</wa-button
      >
    </div>`;
  }

  #refused(): string {
    const count = this.refusal?.faults.length ?? 0;
    return count === 1
      ? 'It cannot be saved: a field needs another value.'
      : `It cannot be saved: ${count} fields need other values.`;
  }

  /** That what is saved takes publishing, with a button that does it; nothing where all is live. */
  protected publishNote() {
    const {widget} = this;
    if (!widget || this.isDraftUnsaved || !widget.isChanged) return nothing;
    const words =
      widget.status === 'draft'
        ? 'The widget is a draft: visitors see it once it is published.'
        : 'The draft has changes that visitors do not see until it is published.';
    return html`<wa-callout variant="warning" size="s">
      <div class="row between">
        <span>${words}</span>
        ${
          this.mayEdit
            ? html`<wa-button size="s" ?loading=${this.isBusy} @click=${this.#publish}
                >Publish</wa-button
              >`
            : nothing
        }
      </div>
    </wa-callout>`;
  }

  async #publish(): Promise<void> {
    await whileBusy(this, async () => {
      try {
        this.show(await api.post<Widget>(`${this.path}/publish`));
        notify('Published. Visitors have it now.');
      } catch (error) {
        notifyError(error);
      }
    });
  }
}
