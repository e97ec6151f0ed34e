import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {
  listAudioDevices,
  watchAudioDevices,
  type AudioDevices,
} from '../platform/audio/device-list.js';

/** Keeps a host told of what is plugged in, for as long as it is on the page. */
export class DeviceList implements ReactiveController {
  /** Null while the browser has not answered, and where it does not tell. */
  devices: AudioDevices | null = null;
  readonly #host: ReactiveControllerHost;
  #stop: () => void = () => {};

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = watchAudioDevices(() => void this.#list());
    void this.#list();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  async #list(): Promise<void> {
    this.devices = await listAudioDevices().catch(() => null);
    this.#host.requestUpdate();
  }
}
