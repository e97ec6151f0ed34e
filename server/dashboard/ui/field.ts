/** Sends the form of a field in which Enter is pressed, in whatever shadow of the form it is. */
export function submitOnEnter(event: KeyboardEvent): void {
  const [field] = event.composedPath();
  const isPlain = event.key === 'Enter' && !event.isComposing && !event.defaultPrevented;
  if (!isPlain || !(field instanceof HTMLInputElement) || field.form) return;
  event.preventDefault();
  (event.currentTarget as HTMLFormElement).requestSubmit();
}

/** Text of a control, at its event. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** Whether a switch or a box is on, at its event. */
export function isOn(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

/** A whole number of a control, at its event; undefined where it is empty. */
export function numberOf(event: Event): number | undefined {
  const text = valueOf(event).trim();
  return text === '' ? undefined : Number(text);
}
