import {notifyError} from './notify.js';

/** An element that shows that it is at work. */
interface Worker {
  isBusy: boolean;
}

/** Runs a task while the element shows that it does; what goes wrong is told. */
export async function whileBusy(element: Worker, task: () => Promise<void>): Promise<void> {
  if (element.isBusy) return;
  element.isBusy = true;
  try {
    await task();
  } catch (error) {
    notifyError(error);
  } finally {
    element.isBusy = false;
  }
}

/** What a form's fields hold, by their names. */
export function fieldsOf(event: Event): Record<string, string> {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return Object.fromEntries([...data].map(([name, value]) => [name, String(value)]));
}
