const PAGES: Readonly<Record<string, string>> = {
  '/': 'home',
  '/pricing': 'pricing',
  '/support': 'support',
  '/contact': 'contact',
};

/** The template of a path's page; `missing` for a path that the site does not have. */
function pageOf(path: string): string {
  return PAGES[path.replace(/(.)\/$/, '$1')] ?? 'missing';
}

/**
 * Shows the page of the address in `main`, from the document's templates, and follows links,
 * the browser's buttons and anybody's `popstate`.
 */
export function startRouter(main: HTMLElement): void {
  let shown = '';

  const show = () => {
    const page = pageOf(location.pathname);
    if (page !== shown) {
      const template = document.querySelector<HTMLTemplateElement>(`template#page-${page}`);
      if (!template) return;
      main.replaceChildren(template.content.cloneNode(true));
      document.title = template.title;
      markCurrent(page);
      scrollTo({top: 0, behavior: 'instant'});
      shown = page;
    }
    if (location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };

  document.addEventListener('click', event => {
    const link = internalLink(event);
    if (!link) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState(null, '', link.href);
    show();
    // The next Tab starts in the new page, not at the link that is gone.
    main.focus({preventScroll: true});
  });
  addEventListener('popstate', show);
  show();
}

function markCurrent(page: string) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a')) {
    const current = pageOf(new URL(link.href).pathname) === page;
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** The link to another page of this site that a plain click was made on. */
function internalLink(event: MouseEvent): HTMLAnchorElement | undefined {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || modified) return undefined;
  const link = (event.target as Element).closest('a');
  if (!link || link.target || link.origin !== location.origin) return undefined;
  return pageOf(link.pathname) === 'missing' ? undefined : link;
}
