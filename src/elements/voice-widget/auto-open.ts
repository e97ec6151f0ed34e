/** Triggers and the teaser, fetched at the first trusted event where the widget has rules (§4). */
import '../teaser/teaser.define.js';
import type {Trigger} from '../../contract/index.js';
import {TriggerController, type TriggerHost} from '../../controllers/trigger-controller.js';
import type {WidgetController} from '../../controllers/widget-controller.js';
import {AiwTriggerEvent} from '../../events.js';
import type {AiwTeaser} from '../teaser/teaser.js';
import type {Talk} from './talk.js';
import type {AiwVoiceWidget} from './voice-widget.js';

/** Opens a widget, or shows its teaser, when a rule fires. */
export class AutoOpen implements TriggerHost {
  readonly #element: AiwVoiceWidget;
  readonly #widget: WidgetController;
  readonly #load: () => Promise<Talk | null>;
  readonly #triggers: TriggerController;
  #teaser: AiwTeaser | null = null;

  /** `load` fetches panel and call. */
  constructor(element: AiwVoiceWidget, widget: WidgetController, load: () => Promise<Talk | null>) {
    this.#element = element;
    this.#widget = widget;
    this.#load = load;
    this.#triggers = new TriggerController(element, widget, this);
    element.addEventListener('aiw-open', () => this.withdraw());
    // A page that takes the widget away is no visitor who says no.
    element.addEventListener('aiw-close', () => {
      if (element.isConnected) this.#triggers.panelClosed();
    });
  }

  isFree(): boolean {
    const {isOpen, isIdle, hidden} = this.#element;
    return !isOpen && isIdle && !hidden && this.#root?.checkVisibility?.() !== false;
  }

  fire(trigger: Trigger): void {
    const event = new AiwTriggerEvent(trigger);
    if (!this.#element.dispatchEvent(event)) return;
    if (event.action === 'teaser') this.#showTeaser(trigger);
    else void this.#open(trigger);
  }

  withdraw(): void {
    this.#teaser?.remove();
    this.#teaser = null;
  }

  get #root(): HTMLElement | null {
    return this.#element.renderRoot.querySelector('.root');
  }

  async #open({id}: Trigger): Promise<void> {
    const talk = await this.#load();
    // The visitor may have been quicker or begun to type, or the element gone.
    if (!talk || !this.#element.isConnected || !this.#triggers.isWelcome()) return;
    talk.offer(id);
    this.#element.reveal();
  }

  #showTeaser({message}: Trigger): void {
    const {settings} = this.#widget;
    const root = this.#root;
    if (!settings || !root) return;
    const {agent} = settings;
    const teaser = Object.assign(document.createElement('aiw-teaser'), {
      name: agent.name,
      text: message ?? agent.greeting,
      avatarUrl: agent.avatarUrl,
      placement: root.dataset['placement'] ?? '',
    });
    teaser.addEventListener('aiw-teaser-open', () => this.#element.openInGesture());
    teaser.addEventListener('aiw-teaser-dismiss', () => this.#dismiss());
    teaser.setAttribute('exportparts', 'teaser');
    root.append(teaser);
    this.#teaser = teaser;
    void this.#load();
  }

  #dismiss(): void {
    this.#triggers.teaserDismissed();
    const {renderRoot, shadowRoot} = this.#element;
    const hadFocus = shadowRoot?.activeElement === this.#teaser;
    this.withdraw();
    if (hadFocus) renderRoot.querySelector('button')?.focus({preventScroll: true});
  }
}
