/** Distance kept from the anchor and from the viewport's edges, in CSS pixels. */
const GAP = 12;

/** A box in viewport coordinates. */
export type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** Left and top of a panel next to an anchor: below it where there is room, else above, always on screen. */
function besideAnchor(
  anchor: Box,
  panel: {width: number; height: number},
  viewport: {width: number; height: number},
): {left: number; top: number} {
  const roomBelow = viewport.height - anchor.bottom;
  const below = roomBelow >= panel.height + 2 * GAP || roomBelow >= anchor.top;
  const top = below ? anchor.bottom + GAP : anchor.top - GAP - panel.height;
  const centred = (anchor.left + anchor.right - panel.width) / 2;
  // What fills the viewport, as a sheet does, begins at its edge.
  const within = (value: number, size: number, space: number) =>
    Math.max(Math.min(GAP, Math.max(0, space - size)), Math.min(value, space - size - GAP));
  return {
    left: within(centred, panel.width, viewport.width),
    top: within(top, panel.height, viewport.height),
  };
}

/** What a scrollbar takes away is no room: a root in the top layer begins beside it. */
function viewportWidth(): number {
  return document.scrollingElement?.clientWidth || innerWidth;
}

/** Keeps a root next to an anchor while the page scrolls or is resized; the answer lets go. */
export function place(root: HTMLElement, panel: HTMLElement, anchor: Element): () => void {
  const move = () => {
    const size = {width: panel.offsetWidth, height: panel.offsetHeight};
    const viewport = {width: viewportWidth(), height: innerHeight};
    const {left, top} = besideAnchor(anchor.getBoundingClientRect(), size, viewport);
    root.style.translate = `${left}px ${top}px`;
  };
  root.toggleAttribute('data-anchored', true);
  move();
  addEventListener('scroll', move, {capture: true, passive: true});
  addEventListener('resize', move);
  return () => {
    root.toggleAttribute('data-anchored', false);
    root.style.translate = '';
    removeEventListener('scroll', move, {capture: true});
    removeEventListener('resize', move);
  };
}
