/** Fields in which something is typed or chosen; a frame may hold some, such as a card form. */
const FIELDS =
  'input:not([type=button], [type=submit], [type=reset], [type=image]), textarea, select, iframe, [role=textbox], [role=searchbox], [role=combobox]';

const DIALOGS = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]';

/**
 * Whether the visitor is busy with the page itself: has the cursor in a field of it, an open dialog
 * before them, or something that fills the screen. Open shadow trees are looked into. `own` is the
 * widget, which does not count.
 */
export function isPageBusy(own: Element): boolean {
  return isInField(own) || document.fullscreenElement !== null || hasDialog(document, own);
}

function isInField(own: Element): boolean {
  let focused = document.activeElement;
  if (focused === own) return false;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return Boolean(
    focused?.matches(FIELDS) || (focused instanceof HTMLElement && focused.isContentEditable),
  );
}

function hasDialog(root: Document | ShadowRoot, own: Element): boolean {
  if ([...root.querySelectorAll(DIALOGS)].some(isShown)) return true;
  return [...root.querySelectorAll('*')].some(
    element => element !== own && element.shadowRoot && hasDialog(element.shadowRoot, own),
  );
}

/** Many pages keep a closed dialog in the document: transparent, off screen, or hidden from readers. */
function isShown(dialog: Element): boolean {
  if (dialog.closest('[aria-hidden=true], [inert]')) return false;
  if (dialog.checkVisibility?.({visibilityProperty: true, opacityProperty: true}) === false) {
    return false;
  }
  // A wrapper may have no size of its own, with all of its parts fixed.
  return isOnScreen(dialog) || [...dialog.querySelectorAll('*')].some(isOnScreen);
}

function isOnScreen(element: Element): boolean {
  const {width, height, top, right, bottom, left} = element.getBoundingClientRect();
  const isInView = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return width > 0 && height > 0 && isInView;
}
