import {fixture, html, nextFrame, waitUntil} from '@open-wc/testing';
import type {CallState} from '../../src/call/state.js';
import type {CallHandle} from '../../src/controllers/call-context.js';
import type {Strings} from '../../src/locales/strings.js';
import type {AiwPanel} from '../../src/elements/panel/panel.js';
import '../../src/elements/panel/panel.define.js';
import {callHandle, recordingActions, type ActionCall} from '../fixtures/call-handle.js';
import type {CallStage} from '../fixtures/call-stage.js';
import '../fixtures/call-stage.js';
import {movementOver} from './axe.js';
import {press} from './gestures.js';

/** A panel in a call that only records what is asked of it. */
export class PanelHarness {
  readonly panel: AiwPanel;
  readonly calls: ActionCall[];
  readonly #stage: CallStage;
  readonly #handle: CallHandle;

  constructor(stage: CallStage, panel: AiwPanel, handle: CallHandle, calls: ActionCall[]) {
    this.#stage = stage;
    this.panel = panel;
    this.#handle = handle;
    this.calls = calls;
  }

  /** Opens a panel of the usual size on a call in `state`. */
  static async open(state: CallState, changes: Partial<CallHandle> = {}): Promise<PanelHarness> {
    const {actions, calls} = recordingActions();
    const handle = callHandle(state, {actions, ...changes});
    const stage = await fixture<CallStage>(
      html`<call-stage style="display:block;width:384px;height:620px" .call=${handle}>
        <aiw-panel></aiw-panel>
      </call-stage>`,
    );
    const panel = stage.querySelector('aiw-panel');
    if (!panel) throw new Error('The panel is not registered.');
    const harness = new PanelHarness(stage, panel, handle, calls);
    await harness.settle();
    return harness;
  }

  /** The call goes on: the panel shows `state`. */
  async show(state: CallState): Promise<void> {
    this.#stage.call = {...this.#handle, state};
    await this.settle();
  }

  /** The widget changes to other words. */
  async speak(strings: Strings): Promise<void> {
    this.#stage.strings = strings;
    await this.settle();
  }

  /** Waits until everything is drawn and the opening movement is over. */
  async settle(): Promise<void> {
    await nextFrame();
    for (const element of this.#deep('*')) {
      await (element as Element & {updateComplete?: Promise<boolean>}).updateComplete;
    }
    await movementOver();
  }

  /** Presses the button that goes by `name`. */
  async pressButton(name: string): Promise<void> {
    const button = this.button(name);
    if (!button) throw new Error(`There is no button "${name}".`);
    await press(button);
  }

  /** Opens the menu in the header. */
  async openMenu(): Promise<void> {
    await this.pressButton('More');
    await waitUntil(() => this.has('[role="menu"]'));
    await this.settle();
  }

  /** The button that goes by `name`, if it is there. */
  button(name: string): HTMLButtonElement | undefined {
    return this.#deep('button').find(
      button => (button.ariaLabel ?? button.textContent?.trim()) === name,
    ) as HTMLButtonElement | undefined;
  }

  /** Text of every element that matches, outer ones first. */
  texts(selector: string): string[] {
    return this.#deep(selector).map(
      ({textContent}) => textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
  }

  /** The first element that matches, in whatever shadow it is. */
  one(selector: string): HTMLElement {
    const [element] = this.#deep(selector);
    if (!element) throw new Error(`There is no ${selector}.`);
    return element as HTMLElement;
  }

  /** Every element that matches, outer ones first. */
  all(selector: string): HTMLElement[] {
    return this.#deep(selector) as HTMLElement[];
  }

  /** Whether anything matches. */
  has(selector: string): boolean {
    return this.#deep(selector).length > 0;
  }

  #deep(selector: string, root: ParentNode | null = this.panel.shadowRoot): Element[] {
    if (!root) return [];
    const inner = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
      this.#deep(selector, shadowRoot),
    );
    return [...root.querySelectorAll(selector), ...inner];
  }
}
