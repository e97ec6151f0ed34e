import {render} from 'lit';
import {STORIES} from './all.js';

const wanted = new URLSearchParams(location.search);
const root = document.querySelector('main');

const names = wanted.get('story')?.split(',');

/** Shows every story, or with `?file=` and `?story=a,b` only those. */
for (const [file, stories] of Object.entries(STORIES)) {
  if (wanted.has('file') && wanted.get('file') !== file) continue;
  for (const story of stories) {
    if (names && !names.includes(story.name)) continue;
    const figure = document.createElement('figure');
    const frame = document.createElement('div');
    const caption = document.createElement('figcaption');
    figure.className = file;
    frame.className = 'frame';
    caption.textContent = story.name;
    figure.append(frame, caption);
    root?.append(figure);
    render(story.render(), frame);
  }
}
