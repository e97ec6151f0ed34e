import {html, nothing} from 'lit';
import {state} from 'lit/decorators.js';
import type {CallHandle} from '../../controllers/call-context.js';
import {DeviceList} from '../../controllers/device-list.js';
import type {SoundFault} from '../../controllers/sound-settings.js';
import {CallElement} from '../shared/call-element.js';
import {controls} from '../shared/controls.js';
import {drawing, icon} from '../shared/icons.js';
import {styles} from './devices.styles.js';
import {LevelMeter} from './level-meter.js';

const MICROPHONE =
  'M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3';
const SPEAKER = 'M7 3h10v18H7ZM12 18a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 7h.01';
const VOLUME = 'M4 9.5v5h3.5L12 18V6L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11';

/** What can be chosen of one kind. */
type Choices = readonly {readonly id: string; readonly label: string}[];

/**
 * A sheet to choose microphone, speaker, volume and push-to-talk, in a call and before.
 *
 * What is chosen holds at once. Devices have names once the visitor has allowed the microphone;
 * nothing here asks for it.
 *
 * @fires {Event} close - The visitor is done; whoever opened the sheet takes it away.
 * @csspart devices - The sheet.
 */
export class AiwDevices extends CallElement {
  static override styles = [controls, styles];

  @state() private fault: SoundFault | null = null;
  readonly #list = new DeviceList(this);

  constructor() {
    super();
    new LevelMeter(this, () => this.call?.levels.input() ?? 0);
    this.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      this.#close();
    });
  }

  /** Puts focus on the first control. */
  override focus(options?: FocusOptions) {
    this.renderRoot.querySelector<HTMLElement>('select, input')?.focus(options);
  }

  protected override renderCall(call: CallHandle) {
    const words = this.strings.term('sound');
    const {preferences, canChooseSpeaker} = call.sound;
    const {microphones = [], speakers = []} = this.#list.devices ?? {};
    const {volume} = preferences;
    const percent = volume.toLocaleString(this.strings.term('lang'), {style: 'percent'});
    return html`<section part="devices" role="dialog" aria-label=${words.title}>
      <header>
        <h3>${words.title}</h3>
        <button class="icon" aria-label=${this.strings.term('close')} @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      ${call.modes.voice ? this.#renderChoice('microphone', microphones, MICROPHONE) : nothing}
      ${canChooseSpeaker ? this.#renderChoice('speaker', speakers, SPEAKER) : nothing}
      <label class="row">
        ${drawing(VOLUME)}
        <span class="name">${words.volume}</span>
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(Math.round(volume * 100))}
          aria-valuetext=${percent}
          @input=${this.#onVolume}
        />
        <output>${percent}</output>
      </label>
      ${call.modes.voice ? this.#renderPushToTalk(call) : nothing}
      <p class="note" role="status">${this.#note(call)}</p>
    </section>`;
  }

  protected override updated() {
    // Not by a style attribute, which a strict policy forbids.
    this.style.setProperty('--_share', `${(this.call?.sound.preferences.volume ?? 1) * 100}%`);
  }

  #renderChoice(kind: SoundFault, choices: Choices, path: string) {
    const words = this.strings.term('sound');
    const chosen = this.call?.sound.preferences[kind] ?? '';
    const selected = choices.some(({id}) => id === chosen) ? chosen : '';
    const choose = (event: Event) => this.#choose(kind, event.target as HTMLSelectElement);
    return html`<label class="row">
      ${drawing(path)}
      <span class="name">${words[kind]}</span>
      <span class="select">
        <select aria-label=${words[kind]} @change=${choose}>
          <option value="" .selected=${selected === ''}>${words.standard}</option>
          ${choices.map(
            ({id, label}) =>
              html`<option value=${id} .selected=${id === selected}>${label}</option>`,
          )}
        </select>
        ${kind === 'microphone' ? html`<i class="meter"></i>` : nothing}
      </span>
    </label>`;
  }

  #renderPushToTalk({state: {talk}, sound}: CallHandle) {
    const words = this.strings.term('sound');
    return html`<label class="row switch">
      <span class="name">
        ${words.pushToTalk}<small id="help">${words.pushToTalkHelp}</small>
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-checked=${talk.pushToTalk}
        aria-describedby="help"
        aria-label=${words.pushToTalk}
        .checked=${talk.pushToTalk}
        @change=${() => void sound.change({pushToTalk: !talk.pushToTalk})}
      />
    </label>`;
  }

  /** What is not as the visitor would expect, the latest first. */
  #note({sound: {preferences, canChooseSpeaker}, modes}: CallHandle) {
    const words = this.strings.term('sound');
    if (this.fault) return words.fault[this.fault];
    const {devices} = this.#list;
    if (!devices) return nothing;
    const {microphones, speakers} = devices;
    if (modes.voice && microphones.length === 0 && speakers.length === 0) return words.unnamed;
    const isGone = (id: string, choices: Choices) =>
      id !== '' && !choices.some(choice => choice.id === id);
    if (modes.voice && isGone(preferences.microphone, microphones)) return words.gone.microphone;
    if (canChooseSpeaker && isGone(preferences.speaker, speakers)) return words.gone.speaker;
    return nothing;
  }

  async #choose(kind: SoundFault, select: HTMLSelectElement) {
    this.fault = (await this.call?.sound.change({[kind]: select.value})) ?? null;
    // The list shows what holds, not what was wished for.
    if (this.fault) select.value = this.call?.sound.preferences[kind] ?? '';
  }

  #onVolume = (event: Event) => {
    const {valueAsNumber} = event.target as HTMLInputElement;
    void this.call?.sound.change({volume: valueAsNumber / 100});
  };

  #close = () => this.dispatchEvent(new Event('close'));
}
