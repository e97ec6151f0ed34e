import {aTimeout, nextFrame, oneEvent} from '@open-wc/testing';
import '../../src/elements/voice-widget/voice-widget.define.js';
import type {AiwPanel} from '../../src/elements/panel/panel.js';
import type {AiwVoiceWidget} from '../../src/elements/voice-widget/voice-widget.js';
import type {FakeBackend} from '../fake-backend/fake-backend.js';
import {widgetToken} from '../fake-backend/responses.js';
import {movementOver} from './axe.js';
import {press} from './gestures.js';

/** Events of the widget that a page may hear. */
const EVENTS = [
  'aiw-open',
  'aiw-close',
  'aiw-call-start',
  'aiw-call-end',
  'aiw-message',
  'aiw-capture',
  'aiw-navigate',
  'aiw-error',
  'aiw-trigger',
] as const;

/** A widget on a page, seen and handled as a visitor does. */
export class WidgetHarness {
  readonly widget: AiwVoiceWidget;
  /** Names of the events that the page has heard. */
  readonly heard: string[] = [];

  constructor(widget: AiwVoiceWidget) {
    this.widget = widget;
    for (const name of EVENTS) widget.addEventListener(name, () => this.heard.push(name));
  }

  /** Puts a widget on the page, before its backend has said anything. */
  static async place(backend: FakeBackend, token = widgetToken()): Promise<WidgetHarness> {
    const widget = document.createElement('aiw-voice-widget');
    widget.setAttribute('token', token);
    widget.setAttribute('backend-url', backend.url);
    const harness = new WidgetHarness(widget);
    document.body.append(widget);
    await widget.updateComplete;
    return harness;
  }

  /** Puts a widget on the page and waits until it knows itself. */
  static async ready(backend: FakeBackend): Promise<WidgetHarness> {
    const harness = await WidgetHarness.place(backend);
    await harness.widget.ready;
    await harness.widget.updateComplete;
    return harness;
  }

  /** The button with the orb; null where the widget has taken itself away. */
  get launcher(): HTMLButtonElement | null {
    return this.widget.renderRoot.querySelector('button');
  }

  get panel(): AiwPanel | null {
    return this.widget.renderRoot.querySelector('aiw-panel');
  }

  /** What the launcher's orb shows. */
  get orb(): string {
    return (
      this.widget.renderRoot.querySelector('aiw-orb')?.renderRoot.firstElementChild?.className ?? ''
    );
  }

  /** Presses the orb with a real mouse. */
  async press(): Promise<void> {
    if (this.launcher) await press(this.launcher);
  }

  /** Presses the orb; resolves when the call is up. */
  async call(): Promise<void> {
    const up = this.next('aiw-call-start');
    await this.press();
    await up;
    await this.settle();
  }

  /** The next event of that name. */
  next(name: (typeof EVENTS)[number]): Promise<Event> {
    return oneEvent(this.widget, name) as Promise<Event>;
  }

  /** Everything that the panel says, in one line. */
  get words(): string {
    return this.panel ? textOf(this.panel.renderRoot) : '';
  }

  /** Waits until everything is drawn and nothing moves. */
  async settle(): Promise<void> {
    await aTimeout(0);
    await this.widget.updateComplete;
    await this.panel?.updateComplete;
    await nextFrame();
    await movementOver();
  }

  /** Presses the panel's button of that name. */
  async pressButton(name: string): Promise<void> {
    const button =
      this.panel && buttonsIn(this.panel.renderRoot).find(found => nameOf(found) === name);
    if (!button) throw new Error(`There is no button "${name}".`);
    await press(button);
  }

  leave(): void {
    this.widget.remove();
  }
}

function nameOf(button: HTMLButtonElement): string {
  return button.ariaLabel ?? button.textContent?.trim() ?? '';
}

function buttonsIn(root: ParentNode): HTMLButtonElement[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) =>
    shadowRoot ? buttonsIn(shadowRoot) : [],
  );
  return [...root.querySelectorAll('button'), ...inner];
}

function textOf(root: Node): string {
  const parts = [...root.childNodes].map(node => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.localName === 'style') return '';
    return textOf(node.shadowRoot ?? node);
  });
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
