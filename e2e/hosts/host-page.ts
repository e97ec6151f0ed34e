/** What a host page is made of, and the page itself. */

/** Addresses that a page's own headers have to name. */
export interface Backend {
  /** Origin of the widget's server, `http://localhost:8787`. */
  origin: string;
  /** The same for its stream, `ws://localhost:8787`. */
  stream: string;
}

/** A page of somebody else's with the widget's tag on it. */
export interface HostPage {
  /** How it is foreign, as a test's title goes on. */
  name: string;
  headers?: (backend: Backend) => Record<string, string>;
  /** Attributes of the root element. */
  root?: string;
  /** Without one the page is in quirks mode. */
  doctype?: string;
  /** Before the tag. */
  head?: string;
  body?: string;
  /** More attributes of the tag. */
  tag?: string;
}

const PARAGRAPHS = '<p>Words of the page, as many as there are.</p>'.repeat(40);

/** The page's HTML; `tag` is the widget's. */
export function htmlOf(host: HostPage, tag: string): string {
  const {doctype = '<!doctype html>', root = 'lang="en"', head = '', body = ''} = host;
  return `${doctype}<html ${root}><head><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,">${head}${tag}</head><body><h1>Host</h1>${PARAGRAPHS}${body}</body></html>`;
}

/** The widget's tag as its operator would paste it. */
export function tagOf({tag = ''}: HostPage, {origin}: Backend, token: string): string {
  return `<script src="${origin}/aiw-voice-widget.js" data-widget-token="${token}" defer ${tag}></script>`;
}

/** A page of somebody's own around an iframe with the widget in it. */
export function framing(path: string, attributes: string): HostPage {
  const place = 'position: absolute; inset: 0 auto auto 0; width: 600px; height: 700px';
  return {
    name: 'with an iframe',
    body: `<iframe src="${path}" ${attributes} style="${place}"></iframe>`,
  };
}
