import {confirmAction} from '../ui/confirm.js';
import {BASE} from './routes.js';

/** What is lost when the present view is left; null: nothing. */
let unsaved: (() => boolean) | null = null;
let current = location.href;

/** Told that the address is another one now. */
export const router = new EventTarget();

/** An address of the dashboard, such as `/widgets/1`, as a link has it. */
export function linkTo(path: string): string {
  return BASE + path;
}

/** @param isUnsaved - Whether leaving now loses something; null: it never does. */
export function guardUnsaved(isUnsaved: (() => boolean) | null): void {
  unsaved = isUnsaved;
}

/**
 * Goes to another view, unless what is not saved there is to be kept.
 *
 * @param path - Below `/dashboard`.
 */
export async function goTo(path: string, {replace = false} = {}): Promise<void> {
  if (!(await mayLeave(linkTo(path)))) return;
  if (replace) history.replaceState(null, '', linkTo(path));
  else history.pushState(null, '', linkTo(path));
  arrive();
}

/** Changes the query of the present address, such as a filter: back leads to the one before. */
export function setQuery(values: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(values)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  if (url.href === location.href) return;
  history.pushState(null, '', url);
  arrive();
}

function arrive(): void {
  current = location.href;
  router.dispatchEvent(new Event('change'));
}

/** Whether the same view shows both. */
function isSameView(address: string): boolean {
  return new URL(address, location.href).pathname === new URL(current).pathname;
}

async function mayLeave(address: string): Promise<boolean> {
  if (!unsaved?.() || isSameView(address)) return true;
  const isLeft = await confirmAction({
    title: 'Leave without saving?',
    text: 'What you changed here is not saved yet.',
    action: 'Leave',
    isDangerous: true,
  });
  if (isLeft) unsaved = null;
  return isLeft;
}

/** Begins to follow links, and the browser's own buttons. */
export function startRouter(): void {
  addEventListener('popstate', async () => {
    const wanted = location.href;
    if (!unsaved?.() || isSameView(wanted)) {
      arrive();
      return;
    }
    history.pushState(null, '', current);
    if (await mayLeave(wanted)) {
      history.replaceState(null, '', wanted);
      arrive();
    }
  });
  addEventListener('beforeunload', event => {
    if (unsaved?.()) event.preventDefault();
  });
  addEventListener('click', event => {
    const path = ownPath(event);
    if (path === null) return;
    event.preventDefault();
    void goTo(path);
  });
}

/** Where a click leads within the dashboard; null: it is none of ours. */
function ownPath(event: MouseEvent): string | null {
  const {button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented} = event;
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || defaultPrevented) return null;
  const link = event.composedPath().find(part => part instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href, location.href);
  const isOwn = url.origin === location.origin && url.pathname.startsWith(`${BASE}/`);
  return isOwn ? url.pathname.slice(BASE.length) + url.search + url.hash : null;
}
