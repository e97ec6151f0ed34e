import {LitElement, render} from 'lit';
import {ar} from '../../src/locales/ar.js';
import '../../testing/fixtures/call-stage.js';
import {deepAll} from '../../testing/harness/deep.js';
import {STORIES, tagOf} from '../all.js';
import type {Story} from '../story.js';
import {sheetAddress} from './address.js';
import {setProperty} from './properties.js';
import {settled} from './settled.js';

const {
  file: wanted,
  names,
  scheme,
  dir,
  alone,
  changes,
} = sheetAddress(new URLSearchParams(location.search));
const root = document.querySelector('main');

document.documentElement.dir = dir;
document.documentElement.lang = dir === 'rtl' ? 'ar' : 'en';
document.documentElement.style.colorScheme = scheme ?? '';
document.documentElement.classList.toggle('alone', alone);

// Whoever shows a sheet in a frame is told of the events of its elements.
if (parent !== window) {
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
    if (event.type.startsWith('aiw-')) parent.postMessage(told(event), location.origin);
    return dispatch.call(this, event);
  };
}

/** An event as it can be read in a log: its name, and what it says beside what every event does. */
function told(event: Event) {
  const own = Object.entries(event).filter(([name]) => name !== 'isTrusted');
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const says = own.length > 0 ? Object.fromEntries(own) : detail;
  return {event: event.type, says: says ? JSON.stringify(says) : ''};
}

/** A story in its frame, with its name below it. */
function show(file: string, story: Story): void {
  const figure = document.createElement('figure');
  const frame = document.createElement('call-stage');
  const caption = document.createElement('figcaption');
  figure.className = file;
  figure.dataset.story = story.name;
  frame.className = 'frame';
  caption.textContent = story.name;
  figure.append(frame, caption);
  root?.append(figure);
  render(story.render(), frame);
  // A page that is read from the right has a widget with words that are.
  if (dir === 'rtl') {
    for (const stage of [frame, ...frame.querySelectorAll('call-stage')]) stage.strings = ar;
  }
}

for (const [file, stories] of Object.entries(STORIES)) {
  if (wanted !== undefined && wanted !== file) continue;
  for (const story of stories) {
    if (!names || names.includes(story.name)) show(file, story);
  }
}

if (wanted !== undefined && root) {
  // Once what stands in shadow roots is there too.
  await new Promise(requestAnimationFrame);
  const [element] = deepAll(root, tagOf(wanted));
  if (element instanceof LitElement) {
    for (const [name, text] of Object.entries(changes)) setProperty(element, name, text);
  }
}
await settled();
document.documentElement.dataset.settled = '';
