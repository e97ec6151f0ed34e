/**
 * A value as JSON, whatever the page has made of its prototypes.
 *
 * Old libraries give arrays a `toJSON` of their own (prototype.js: a string). What it answered is
 * passed over for the value itself.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string) {
    return this[key];
  });
}
