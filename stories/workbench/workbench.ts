import {type LitElement, html, nothing, render} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {deepAll} from '../../testing/harness/deep.js';
import {STORIES, choicesOf, tagOf} from '../all.js';
import {propertiesOf, setProperty, type Property} from '../sheet/properties.js';
import {addressOf, frameOf, viewOf, type View} from './address.js';

/** Events kept in the log. */
const LOGGED = 50;

/** A line of the log. */
interface Line {
  at: string;
  event: string;
  says: string;
}

let view = viewOf(new URLSearchParams(location.search));
let log: readonly Line[] = [];
let properties: readonly Property[] = [];

/** Shows another view, and remembers it in the address; the frame is loaded where it has to be. */
function show(changes: Partial<View>, isFrameKept = false): void {
  view = {...view, ...changes};
  history.replaceState(null, '', addressOf(view));
  if (!isFrameKept && !('width' in changes)) log = [];
  draw(isFrameKept);
}

function choose(file: string, story?: string): void {
  show({file, story, changes: {}});
}

/** The element that the story in the frame is about. */
function element(): LitElement | undefined {
  const inside = document.querySelector('iframe')?.contentDocument;
  return inside ? (deepAll(inside, tagOf(view.file))[0] as LitElement | undefined) : undefined;
}

function onLoad({target}: Event): void {
  // A new frame is loaded with nothing first, in the middle of a rendering.
  if ((target as HTMLIFrameElement).contentWindow?.location.protocol === 'about:') return;
  const found = view.story === undefined ? undefined : element();
  properties = found ? propertiesOf(found, choicesOf(view.file)) : [];
  draw(true);
}

function change({name}: Property, value: string): void {
  const found = element();
  if (found) setProperty(found, name, value);
  properties = properties.map(property =>
    property.name === name
      ? {...property, value: property.kind === 'boolean' ? value === 'true' : value}
      : property,
  );
  show({changes: {...view.changes, [name]: value}}, true);
}

addEventListener('message', ({data, origin}: MessageEvent<Omit<Line, 'at'>>) => {
  if (origin !== location.origin || typeof data.event !== 'string') return;
  const at = new Date().toLocaleTimeString('en-GB');
  log = [{...data, at}, ...log].slice(0, LOGGED);
  draw(true);
});

const renderFile = (file: string) => html`
  <details ?open=${file === view.file}>
    <summary>${tagOf(file)}</summary>
    <button
      aria-current=${file === view.file && view.story === undefined}
      @click=${() => choose(file)}
    >
      All states
    </button>
    ${(STORIES[file] ?? []).map(
      ({name}) =>
        html`<button
          aria-current=${file === view.file && view.story === name}
          @click=${() => choose(file, name)}
        >
          ${name.replaceAll('-', ' ')}
        </button>`,
    )}
  </details>
`;

/** Buttons for the values of one side of the view. */
function renderSwitch<Key extends 'scheme' | 'dir' | 'width'>(
  key: Key,
  label: string,
  values: Readonly<Record<string, View[Key]>>,
) {
  return html`<div class="switch" role="group" aria-label=${label}>
    ${Object.entries(values).map(
      ([name, value]) =>
        html`<button
          aria-pressed=${view[key] === value}
          @click=${() => show({[key]: value}, key === 'width')}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}

function renderField(property: Property) {
  const {name, value, kind, options} = property;
  const onChange = ({target}: Event) => {
    const {checked, value: text} = target as HTMLInputElement;
    change(property, kind === 'boolean' ? String(checked) : text);
  };
  if (kind === 'choice') {
    return html`<select @change=${onChange}>
      ${options.map(
        option =>
          html`<option value=${option} ?selected=${option === value}>${option || '—'}</option>`,
      )}
    </select>`;
  }
  if (kind === 'boolean') {
    return html`<input
      type="checkbox"
      name=${name}
      .checked=${value === true}
      @change=${onChange}
    />`;
  }
  const type = kind === 'number' ? 'number' : 'text';
  return html`<input
    type=${type}
    name=${name}
    step="0.1"
    .value=${`${value}`}
    @input=${onChange}
  />`;
}

const renderControls = () => html`
  <section>
    <h2>Properties</h2>
    ${
      properties.length > 0
        ? repeat(
            properties,
            ({name}) => `${view.file} ${view.story} ${name}`,
            property => html`<label><span>${property.name}</span>${renderField(property)}</label>`,
          )
        : html`<p>
            ${view.story === undefined ? 'Choose one state to change it.' : 'None to set by hand.'}
          </p>`
    }
    ${
      Object.keys(view.changes).length > 0
        ? html`<button class="plain" @click=${() => show({changes: {}})}>
            As the story has it
          </button>`
        : nothing
    }
  </section>
  <section class="log">
    <h2>Events</h2>
    ${
      log.length > 0
        ? html`<ol>
            ${log.map(
              ({at, event, says}) =>
                html`<li><time>${at}</time> <b>${event}</b> <code>${says}</code></li>`,
            )}
          </ol>`
        : html`<p>What the element tells its page stands here.</p>`
    }
  </section>
`;

function draw(isFrameKept: boolean): void {
  const {file, story, scheme, width} = view;
  document.documentElement.style.colorScheme = scheme;
  document.title = `${story ?? 'All states'} · ${tagOf(file)}`;
  render(
    html`<nav aria-label="Stories">
        <h1><i></i>Stories</h1>
        ${Object.keys(STORIES).map(renderFile)}
      </nav>
      <main>
        <header>
          <h2>${tagOf(file)}<span>${(story ?? 'all states').replaceAll('-', ' ')}</span></h2>
          ${renderSwitch('scheme', 'Scheme', {Light: 'light', Dark: 'dark'})}
          ${renderSwitch('dir', 'Direction', {LTR: 'ltr', RTL: 'rtl'})}
          ${renderSwitch('width', 'Width', {Desktop: 'desktop', Phone: 'phone'})}
          <a href=${frameOf(view)} target="_blank" rel="noopener">Alone</a>
        </header>
        <div class="canvas ${width}">
          <iframe title="Story" @load=${onLoad}></iframe>
        </div>
      </main>
      <aside aria-label="Controls">${renderControls()}</aside>`,
    document.body,
  );
  if (!isFrameKept)
    document.querySelector('iframe')?.contentWindow?.location.replace(frameOf(view));
}

draw(false);

// Where the server watches, what is edited is shown anew.
new EventSource('/esbuild').addEventListener('change', () => location.reload());
