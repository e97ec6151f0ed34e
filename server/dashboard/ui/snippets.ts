/** Ways to put a widget on a page. */
export interface Snippet {
  id: string;
  name: string;
  /** What to do with it, in one line. */
  how: string;
  code: string;
}

/** A version of the widget by which a page can insist on exactly this script. */
export interface Release {
  version: string;
  /** Subresource Integrity by address. */
  files: Readonly<Record<string, string>>;
}

/**
 * The widget's tag for every kind of site.
 *
 * @param server - Where the widget comes from, as an origin.
 * @param release - Of the server's newest widget; null where it is not known.
 */
export function snippetsFor(token: string, server: string, release: Release | null): Snippet[] {
  const tag = `<script\n  src="${server}/aiw-voice-widget.js"\n  data-widget-token="${token}"\n  defer\n></script>`;
  return [
    {
      ...{id: 'html', name: 'HTML', code: tag},
      how: 'Paste it once into every page, just before </body>.',
    },
    ...pinned(token, server, release),
    {
      ...{id: 'npm', name: 'npm', how: 'npm install aiw-voice-widget, then:'},
      code: `import 'aiw-voice-widget/define';\n\nconst widget = document.createElement('aiw-voice-widget');\nwidget.setAttribute('token', '${token}');\nwidget.setAttribute('backend-url', '${server}');\ndocument.body.append(widget);`,
    },
    {
      ...{id: 'react', name: 'React', how: 'npm install aiw-voice-widget; React 19 or later.'},
      code: `import 'aiw-voice-widget/define';\n\nexport function VoiceWidget() {\n  return (\n    <aiw-voice-widget\n      token="${token}"\n      backend-url="${server}"\n    />\n  );\n}`,
    },
    {
      ...{id: 'wordpress', name: 'WordPress'},
      how: 'Into functions.php of your child theme, or a code snippets plugin.',
      code: `add_action('wp_footer', function () {\n  echo '<script src="${server}/aiw-voice-widget.js"'\n    . ' data-widget-token="${token}" defer></script>';\n});`,
    },
    {
      ...{id: 'tags', name: 'Tag manager', code: tag},
      how: 'As a custom HTML tag that fires on all pages.',
    },
  ];
}

/** The same tag, of one version for good. */
function pinned(token: string, server: string, release: Release | null): Snippet[] {
  const integrity = release?.files['/aiw-voice-widget.js'];
  if (!release || !integrity) return [];
  return [
    {
      ...{id: 'pinned', name: 'Pinned'},
      how: `Version ${release.version} for good, and no other script: the browser checks it. Fixes come when you change the tag.`,
      code: `<script\n  src="${server}/v${release.version}/aiw-voice-widget.js"\n  integrity="${integrity}"\n  crossorigin="anonymous"\n  data-widget-token="${token}"\n  defer\n></script>`,
    },
  ];
}
