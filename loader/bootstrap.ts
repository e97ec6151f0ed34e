/**
 * The script tag: reads its attributes, sets `window.AIWWidget`, and imports the widget.
 *
 * A classic script, so that it works wherever a tag works; everything else is one graph of ES
 * modules with one Lit, under a path named after its content.
 */
import type {AiwVoiceWidget} from '../src/elements/voice-widget/voice-widget.js';
import {GestureGate} from '../src/platform/gesture.js';
import {createApi} from './api.js';
import {callsOf, replay} from './stub.js';
import {findOwnScript, readTag, type TagOptions} from './own-script.js';

/** Path of the module graph's entry, relative to this script; set by the build. */
declare const __AIW_EMBED__: string;

type Embed = typeof import('./embed.js');

async function mount(options: TagOptions, gate: GestureGate): Promise<AiwVoiceWidget> {
  const url = new URL(__AIW_EMBED__, options.src || location.href).href;
  const [{createWidget}] = await Promise.all([import(url) as Promise<Embed>, bodyExists()]);
  // A task of its own: evaluating the modules and rendering would be a long one on a slow phone.
  await new Promise(resolve => setTimeout(resolve));
  // Destroyed before it was there: it never comes.
  if (!gate.isConnected) return new Promise(() => {});
  return createWidget(options, gate);
}

/** A plain tag in `<head>` runs before there is a body. */
function bodyExists(): Promise<void> | void {
  if (document.body) return;
  return new Promise(resolve => {
    document.addEventListener('DOMContentLoaded', () => resolve(), {once: true});
  });
}

function start(): void {
  // A page element named `AIWWidget` is visible as a global, but not the window's own property.
  const own = Object.getOwnPropertyDescriptor(window, 'AIWWidget');
  const calls = callsOf(own?.value);
  if (own && !calls) {
    console.warn('[aiw] A second widget tag on this page is ignored. Keep one tag a page.');
    return;
  }
  const script = findOwnScript();
  const options = script && readTag(script);
  if (!options?.token) {
    console.warn('[aiw] No widget token. Add data-widget-token="wt_…" to the script tag.');
    return;
  }
  const gate = new GestureGate(window);
  gate.connect();
  const arriving = mount(options, gate);
  arriving.catch((error: unknown) => {
    console.warn(
      `[aiw] The widget could not be loaded. Check that ${options.src} and its neighbours are reachable and allowed by script-src.`,
      error,
    );
  });
  const api = createApi(arriving, gate);
  Object.defineProperty(window, 'AIWWidget', {value: api, configurable: true});
  if (calls) replay(calls, api);
}

start();
