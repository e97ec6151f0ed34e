/** Every look but the orb in a corner, fetched where a page or an operator asks for another. */
import '../idle-card/idle-card.define.js';
import type {WidgetController} from '../../controllers/widget-controller.js';
import type {AiwIdleCard} from '../idle-card/idle-card.js';
import {lookOf, type Look} from './look.js';
import {styles} from './looks.styles.js';
import type {Talk} from './talk.js';
import type {AiwVoiceWidget} from './voice-widget.js';

/** What of a page's own stands in the card before a call. */
const SLOTS = ['header', 'empty', 'note'];

/** Dresses what a widget has rendered, after each rendering. */
export class Looks {
  readonly #element: AiwVoiceWidget;
  readonly #widget: WidgetController;
  readonly #load: () => Promise<Talk | null>;

  /** `load` fetches panel and call. */
  constructor(element: AiwVoiceWidget, widget: WidgetController, load: () => Promise<Talk | null>) {
    this.#element = element;
    this.#widget = widget;
    this.#load = load;
    const shadow = element.renderRoot as ShadowRoot;
    if (styles.styleSheet) shadow.adoptedStyleSheets.push(styles.styleSheet);
  }

  /** Gives the root the look that is asked for now. */
  paint(root: HTMLElement): void {
    const look = lookOf(this.#element, this.#widget.settings?.appearance ?? {});
    const {placement, variant, colorScheme} = look;
    Object.assign(root.dataset, {placement, variant, scheme: colorScheme});
    const button = root.querySelector('button');
    // In the page's flow nothing is in the top layer but an open panel.
    if (placement === 'inline') root.hidePopover?.();
    if (button) {
      this.#paintFace(button, look);
      this.#paintCard(root, button, look);
    }
    this.#float(root, look);
  }

  /** A pill has the agent's picture, until there is a call to be told of. */
  #paintFace(button: HTMLElement, {variant}: Look): void {
    const url = this.#widget.settings?.agent.avatarUrl;
    const present = button.querySelector('img');
    if (variant !== 'pill' || !url || !this.#element.isIdle) {
      present?.remove();
      return;
    }
    const face = present ?? document.createElement('img');
    face.referrerPolicy = 'no-referrer';
    face.alt = '';
    face.setAttribute('part', 'avatar');
    if (face.getAttribute('src') !== url) face.src = url;
    if (!present) button.prepend(face);
  }

  /** The panel before anything is fetched for it: a card around the button that starts a call. */
  #paintCard(root: HTMLElement, button: HTMLElement, {variant}: Look): void {
    const present = root.querySelector('aiw-idle-card');
    if (variant !== 'panel') {
      if (present) root.prepend(button);
      present?.remove();
      return;
    }
    const card = present ?? document.createElement('aiw-idle-card');
    const {agent, disclosure} = this.#widget.settings ?? {};
    card.agent = agent;
    card.disclosure = disclosure ?? '';
    card.hidden = root.querySelector('aiw-panel') !== null;
    if (!present) {
      root.prepend(card);
      card.append(button);
    }
    this.#hand(card);
  }

  /**
   * Hands the page's own content on, where there is some: an empty slot would hide what stands in
   * its place. It is in one place at a time, and in the panel once that is there.
   */
  #hand(card: AiwIdleCard): void {
    for (const name of SLOTS) {
      const given = !card.hidden && this.#element.querySelector(`:scope > [slot=${name}]`);
      const present = card.querySelector(`[slot=${name}]`);
      if (!given) present?.remove();
      else if (!present)
        card.append(Object.assign(document.createElement('slot'), {name, slot: name}));
    }
  }

  /** The panel of a launcher in the page's flow opens beside it, and moves nothing. */
  #float(root: HTMLElement, {placement, variant}: Look): void {
    const panel = root.querySelector('aiw-panel');
    const floats = placement === 'inline' && variant !== 'panel';
    if (!panel || floats === (panel.popover !== null)) return;
    if (floats) panel.popover = 'manual';
    else panel.removeAttribute('popover');
    if (floats) panel.showPopover?.();
    void this.#load().then(talk => talk?.seat(root));
  }
}
