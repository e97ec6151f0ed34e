import type {AIWWidgetApi} from './page-api.js';

/** What the tag says, as an object. */
export interface LoadOptions {
  /** Public widget token, `wt_` and 32 hexadecimal digits. */
  token: string;
  /** Origin of the server, such as `https://voice.example.com`. The script comes from there. */
  backendUrl: string;
  /**
   * Address of the script where it is another than the server's `/aiw-voice-widget.js`: a pinned
   * version, or a `TrustedScriptURL` on a page that enforces Trusted Types.
   */
  src?: string | {toString(): string};
  /** Subresource Integrity of the script: `sha384-…`. */
  integrity?: string;
  /** Nonce of the page's Content-Security-Policy. */
  nonce?: string;
  /** Further attributes of the tag, by their names without `data-`: `{placement: 'bottom-left'}`. */
  attributes?: Readonly<Record<string, string>>;
}

let loading: Promise<AIWWidgetApi> | undefined;

/**
 * Puts the script tag on the page, once, and gives `window.AIWWidget` when it has run.
 *
 * For a page that cannot write the tag into its HTML. The widget is then the server's, always of
 * the server's own version; nothing of it is in the page's bundle. On a server that renders pages
 * it does nothing and gives null. A tag that is there already stays the page's one.
 *
 * Rejects where the script cannot be fetched or has found no use for its attributes (the console
 * says which); a later call tries again.
 */
export function loadWidget(options: LoadOptions): Promise<AIWWidgetApi | null> {
  if (typeof document === 'undefined') return Promise.resolve(null);
  loading ??= present() ?? inject(options);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/** The page's API, or the stub that stands for it until the tag has run: who has written one loads it. */
function present(): Promise<AIWWidgetApi> | undefined {
  return window.AIWWidget && Promise.resolve(window.AIWWidget);
}

function inject(options: LoadOptions): Promise<AIWWidgetApi> {
  const script = document.createElement('script');
  const {token, backendUrl, attributes = {}} = options;
  const origin = backendUrl.replace(/\/+$/, '');
  const tag = {...attributes, 'widget-token': token, 'backend-url': origin};
  for (const [name, value] of Object.entries(tag)) script.setAttribute(`data-${name}`, value);
  if (options.integrity) {
    script.integrity = options.integrity;
    script.crossOrigin = 'anonymous';
  }
  if (options.nonce) script.nonce = options.nonce;
  // A TrustedScriptURL has to arrive as the object that it is.
  script.src = (options.src ?? `${origin}/aiw-voice-widget.js`) as string;
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      script.remove();
      reject(new Error(`The widget could not be loaded: ${reason}.`));
    };
    script.addEventListener('load', () => {
      if (window.AIWWidget) resolve(window.AIWWidget);
      else fail('its script has not started, and the console says why');
    });
    script.addEventListener('error', () => {
      fail(`${script.src} is not reachable, or not allowed by script-src or its integrity`);
    });
    document.head.append(script);
  });
}
