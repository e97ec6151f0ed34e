import {toJson} from './json.js';
import {storagePrefix, unstored} from './storage-keys.js';

/** `localStorage` outlives the visit, `sessionStorage` ends with the tab. */
export type StorageArea = 'localStorage' | 'sessionStorage';

/** What this page remembers in the place of the browser's storage, by area and full key. */
export const remembered: Readonly<Record<StorageArea, Map<string, string>>> = {
  localStorage: new Map(),
  sessionStorage: new Map(),
};

/** Both areas. */
export const STORAGE_AREAS = Object.keys(remembered) as StorageArea[];

/**
 * What the widget keeps in the browser, under one prefix a widget token; all of it optional.
 *
 * What cannot be written, or may not be (`storage="none"`), is remembered for as long as this page
 * is open. Nothing else of the widget touches the browser's storage.
 */
export class WidgetStorage {
  readonly #token: string;
  readonly #area: StorageArea;

  constructor(token: string, area: StorageArea = 'localStorage') {
    this.#token = token;
    this.#area = area;
  }

  /** The stored value, or null where there is none or it is damaged. */
  read<T>(name: string): T | null {
    const key = storagePrefix(this.#token) + name;
    try {
      const text =
        remembered[this.#area].get(key) ??
        (unstored.has(this.#token) ? null : window[this.#area].getItem(key));
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }

  /** Keeps a value; null removes it. Blocked or full storage is no error. */
  write(name: string, value: unknown): void {
    const key = storagePrefix(this.#token) + name;
    const text = value === null ? null : toJson(value);
    remembered[this.#area].delete(key);
    if (unstored.has(this.#token) || !put(this.#area, key, text)) {
      if (text !== null) remembered[this.#area].set(key, text);
    }
  }
}

/** Writes to the browser's storage, or removes; false where it is blocked or full. */
export function put(area: StorageArea, key: string, text: string | null): boolean {
  try {
    if (text === null) window[area].removeItem(key);
    else window[area].setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** A widget's keys in one area of the browser's storage; none where it is blocked. */
export function storedKeys(token: string, area: StorageArea): string[] {
  try {
    return Object.keys(window[area]).filter(key => key.startsWith(storagePrefix(token)));
  } catch {
    return [];
  }
}

/** Erases everything that the browser and this page keep for a widget. */
export function eraseStorage(token: string): void {
  for (const area of STORAGE_AREAS) {
    for (const key of storedKeys(token, area)) put(area, key, null);
    for (const key of remembered[area].keys()) {
      if (key.startsWith(storagePrefix(token))) remembered[area].delete(key);
    }
  }
}
