/**
 * A whole page.
 *
 * The tag takes the `<aiw-voice-widget>` that is there; with `hx-preserve` and an id it stays the
 * same element when htmx swaps the body around it.
 */
export function layout({title, main, path, token, backendUrl}) {
  const link = (href, text) =>
    `<a href="${href}"${href === path ? ' aria-current="page"' : ''}>${text}</a>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Fernhill</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/site.css" />
    <script src="/htmx.js" defer></script>
    <script
      src="${escape(backendUrl)}/aiw-voice-widget.js"
      data-widget-token="${escape(token)}"
      data-launcher-label="Talk to Fernhill"
      defer
    ></script>
    <script type="module" src="/agent.js"></script>
  </head>
  <body hx-boost:inherited="true">
    <header>
      ${link('/', 'Fernhill')}
      ${link('/pricing', 'Pricing')}
      ${link('/contact', 'Contact')}
    </header>
    <main>${main}</main>
    <aside id="playground" hx-preserve>
      <h2>The widget on this page</h2>
      ${token ? '' : '<p role="alert">No widget token. Start with <code>AIW_TOKEN=wt_… npm start</code>.</p>'}
      <form id="settings">
        <label>Launcher label <input name="label" value="Talk to Fernhill" /></label>
        <label><input type="checkbox" name="muted" /> Start muted</label>
        <label><input type="checkbox" name="present" checked /> On the page</label>
      </form>
      <output aria-label="Events"></output>
    </aside>
    <aiw-voice-widget id="agent" hx-preserve></aiw-voice-widget>
  </body>
</html>
`;
}

const ENTITIES = {'&': '&amp;', '<': '&lt;', '"': '&quot;'};
const escape = text => text.replace(/[&<"]/g, character => ENTITIES[character]);
