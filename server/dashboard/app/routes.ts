/** A view, by its address. */
export interface ViewRoute {
  /** Below `/dashboard`, with `:name` for a part that varies. */
  pattern: string;
  title: string;
  /** The element that shows it. */
  tag: string;
  load: () => Promise<unknown>;
  /** Whether it is there without signing in. */
  isOpen?: true;
}

/** Where somebody is. */
export interface Place {
  route: ViewRoute;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

const widgetView = (name: string, title: string, load: ViewRoute['load']): ViewRoute => ({
  pattern: `/widgets/:id/${name}`,
  title,
  tag: `aiw-${name}-view`,
  load,
});

/** Every view. Each is fetched when it is first gone to. */
const ROUTES: readonly ViewRoute[] = [
  {
    ...{pattern: '/sign-in', title: 'Sign in', tag: 'aiw-sign-in-view', isOpen: true},
    load: () => import('../views/sign-in.js'),
  },
  {
    ...{pattern: '/join', title: 'Welcome', tag: 'aiw-join-view', isOpen: true},
    load: () => import('../views/join.js'),
  },
  {
    ...{pattern: '/', title: 'Widgets', tag: 'aiw-widgets-view'},
    load: () => import('../views/widgets.js'),
  },
  {
    ...{pattern: '/new', title: 'New widget', tag: 'aiw-new-widget-view'},
    load: () => import('../views/new-widget.js'),
  },
  {
    ...{pattern: '/widgets/:id', title: 'Widget', tag: 'aiw-widget-view'},
    load: () => import('../views/widget.js'),
  },
  {
    ...{pattern: '/widgets/:id/setup/:step', title: 'Set up', tag: 'aiw-wizard-view'},
    load: () => import('../views/wizard/wizard.js'),
  },
  widgetView('triggers', 'Triggers', () => import('../views/triggers/triggers.js')),
  widgetView('identity', 'Visitor identity', () => import('../views/identity.js')),
  widgetView('navigation', 'Guided navigation', () => import('../views/navigation.js')),
  widgetView('limits', 'Limits and privacy', () => import('../views/limits.js')),
  {
    ...{pattern: '/leads', title: 'Leads', tag: 'aiw-leads-view'},
    load: () => import('../views/leads.js'),
  },
  {
    ...{pattern: '/conversations', title: 'Conversations', tag: 'aiw-conversations-view'},
    load: () => import('../views/conversations.js'),
  },
  {
    ...{pattern: '/conversations/:id', title: 'Conversation', tag: 'aiw-conversation-view'},
    load: () => import('../views/conversation.js'),
  },
  {
    ...{pattern: '/settings', title: 'Settings', tag: 'aiw-settings-view'},
    load: () => import('../views/settings.js'),
  },
  {
    ...{pattern: '/settings/:part', title: 'Settings', tag: 'aiw-settings-view'},
    load: () => import('../views/settings.js'),
  },
];

export const BASE = '/dashboard';

/** The view of an address; null: there is none. */
export function placeOf(url: URL): Place | null {
  const path = url.pathname.slice(BASE.length).replace(/\/+$/, '') || '/';
  for (const route of ROUTES) {
    const params = matched(route.pattern, path);
    if (params) return {route, params, query: url.searchParams};
  }
  return null;
}

function matched(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}
