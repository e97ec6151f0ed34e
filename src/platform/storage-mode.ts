import {toJson} from './json.js';
import {put, remembered, STORAGE_AREAS, storedKeys, type StorageArea} from './storage.js';
import {storagePrefix, unstored, VISITS_KEY} from './storage-keys.js';

/**
 * Moves what a widget keeps to where its site allows it now: into this page's memory, so that the
 * browser's storage holds nothing of the widget, or from there into storage.
 *
 * What is in both places is brought together: a capture that waits to be sent is never lost.
 */
export function moveStorage(token: string, isBarred: boolean): void {
  if (isBarred) moveToMemory(token);
  else moveToStorage(token);
}

function moveToMemory(token: string): void {
  unstored.add(token);
  for (const area of STORAGE_AREAS) {
    for (const key of storedKeys(token, area)) {
      remembered[area].set(key, together(stored(area, key), remembered[area].get(key)));
      put(area, key, null);
    }
  }
}

function moveToStorage(token: string): void {
  unstored.delete(token);
  const visits = storagePrefix(token) + VISITS_KEY;
  countVisits(visits);
  for (const area of STORAGE_AREAS) {
    for (const [key, text] of [...remembered[area]]) {
      if (!key.startsWith(storagePrefix(token))) continue;
      if (put(area, key, together(stored(area, key), text))) remembered[area].delete(key);
    }
  }
}

/** A visit that this page has counted is one more, unless an earlier page of it did. */
function countVisits(key: string): void {
  const earlier = Number(stored('localStorage', key));
  if (!earlier || !remembered.localStorage.has(key)) return;
  const isCounted = stored('sessionStorage', key) !== undefined;
  remembered.localStorage.set(key, String(isCounted ? earlier : earlier + 1));
}

function stored(area: StorageArea, key: string): string | undefined {
  try {
    return window[area].getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Two JSON values as one: lists joined, records with the newer's entries first, else the newer. */
function together(older: string | undefined, newer: string | undefined): string {
  const [before, after] = [valueOf(older), valueOf(newer)];
  if (after === undefined) return older ?? 'null';
  if (Array.isArray(before) && Array.isArray(after)) return union(before, after);
  const isBoth = isRecord(before) && isRecord(after);
  return isBoth ? toJson({...before, ...after}) : (newer ?? 'null');
}

function union(before: readonly unknown[], after: readonly unknown[]): string {
  const items = [...before, ...after].map(item => toJson(item));
  return `[${[...new Set(items)].join()}]`;
}

/** Anybody may have written there. */
function valueOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
