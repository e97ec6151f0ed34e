import {ContextEvent} from '@lit/context';
import {LitElement, adoptStyles, html, isServer, type CSSResult} from 'lit';
import {ORB_STATES, type OrbState} from '../../call/orb-state.js';
import {orbContext, type OrbFeed} from '../../controllers/call-context.js';
import {VERSION} from '../shared/define.js';
import type {LevelLoop} from './level-loop.js';
import {styles} from './orb.styles.js';

export {ORB_STATES, type OrbState};

/** What an orb shows of a call, beside what it is at rest. */
export interface OrbDress {
  styles: CSSResult;
  /** Path of the sign that tells a state without colour or motion, on a 24-unit square. */
  marks: Readonly<Record<OrbState, string>>;
  /** What follows the level. */
  Loop: typeof LevelLoop;
}

const toOrbState = (value: string | null) => ORB_STATES.find(state => state === value) ?? 'idle';

/**
 * The agent's face: one glance tells what a call is doing.
 *
 * By attributes it stands alone; without a `state` of its own it shows the
 * widget it stands in. It draws and nothing else: it is no button, and hears
 * nothing but the level it is given.
 *
 * To assistive technology it is an image named by `label`, or by its state's
 * English word; give it `aria-hidden` where words beside it say the same.
 *
 * @tag aiw-orb
 * @csspart orb - Everything drawn.
 * @cssprop [--aiw-orb-size=60px] - Diameter.
 * @cssprop [--aiw-accent=#3d63f5] - The colour from which all others come.
 */
export class AiwOrb extends LitElement {
  /** Version of the package it came with. */
  static version = VERSION;
  static override styles = styles;
  /**
   * What a call looks like; set once it is here, by `orb.define`. At rest no page pays for it.
   *
   * @internal
   */
  static dress: OrbDress | null = null;

  // Not by decorators: their code would cost every page more than the launcher's own.
  static override properties = {
    state: {reflect: true, useDefault: true, converter: toOrbState},
    level: {type: Number, hasChanged: () => false},
    feed: {attribute: false},
    label: {},
  };

  /** What is shown; an unknown value shows `idle`. */
  state: OrbState = 'idle';
  /** Loudness followed while listening or speaking, 0 to 1; read once a frame, never rendered. */
  level = 0;
  /**
   * State and level of the call it stands for; its context gives one where a widget is around it.
   *
   * @internal
   */
  feed: OrbFeed | null = null;
  /** Accessible name. */
  label = '';

  #unsubscribe: (() => void) | undefined;
  #loop: LevelLoop | undefined;
  readonly #internals = this.attachInternals();

  override connectedCallback() {
    super.connectedCallback();
    // By hand: a whole context consumer would cost the launcher more than the orb's own drawing.
    const take = (feed: OrbFeed, unsubscribe?: () => void) => {
      this.feed = feed;
      this.#unsubscribe = unsubscribe;
    };
    this.dispatchEvent(new ContextEvent(orbContext, this, take, true));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override render() {
    const own = this.state !== 'idle' || this.hasAttribute('state');
    const state = toOrbState(own ? this.state : (this.feed?.state ?? null));
    if (state !== 'idle') this.#dress();
    if (this.#loop) this.#loop.wanted = state === 'listening' || state === 'speaking';
    this.#internals.role = 'img';
    this.#internals.ariaLabel = this.label || state;
    return html`<div part="orb" class=${state}>
      <i class="glow"></i><i class="ring"></i><i class="ring two"></i>
      <div class="core">
        <div class="swirl"><i></i><i></i><i></i></div>
        <i class="gloss"></i>
      </div>
      <svg viewBox="0 0 24 24"><path d=${AiwOrb.dress?.marks[state] ?? ''} /></svg>
    </div>`;
  }

  #dress() {
    const {dress} = AiwOrb;
    if (isServer || this.#loop || !dress) return;
    adoptStyles(this.renderRoot as ShadowRoot, [styles, dress.styles]);
    this.#loop = new dress.Loop(
      this,
      () => this.feed?.level?.() ?? this.level,
      level =>
        (this.renderRoot.firstElementChild as HTMLElement).style.setProperty('--_l', `${level}`),
    );
  }
}
