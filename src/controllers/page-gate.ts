import {GestureGate} from '../platform/gesture.js';

/** Tells whether the code that asks runs inside a visitor's own press (§3.2). */
export type PageGate = Pick<GestureGate, 'isOpen'>;

/** A gate that watches this page from now on. */
export function watchGestures(): PageGate {
  const gate = new GestureGate(window);
  gate.connect();
  return gate;
}
