/** How faults are put to the site's developer: in the console, a line each. */

/** Says, each time, that a call was outside a gesture (§3.2); false, for `open()` to return. */
export function rejectGesture(): false {
  console.warn(
    '[aiw] AIWWidget.open() rejected — must be called synchronously from a real user gesture',
  );
  return false;
}

const said = new Set<string>();

/** Says one line to the site's developer, `[aiw]` or `[aiw:area]` before it, once per cause. */
export function warnOnce(area: string, line: string): void {
  const whole = `[aiw${area && `:${area}`}] ${line}`;
  if (said.has(whole)) return;
  said.add(whole);
  console.warn(whole);
}
