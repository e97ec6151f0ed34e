/** Version of the elements, as in package.json. */
export const VERSION = '0.1.0';

let warned = false;

/**
 * Registers an element. Where the tag is taken by another copy of it, that copy
 * stays and one warning, whatever the number of tags, names both versions.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const present = customElements.get(tag) as
    (CustomElementConstructor & {version?: string}) | undefined;
  if (!present) {
    customElements.define(tag, element);
  } else if (present !== element && !warned) {
    warned = true;
    // eslint-disable-next-line no-console -- elements do not reach into the platform
    console.warn(
      `[aiw] <${tag}> ${VERSION} is not used: version ${present.version ?? 'unknown'} is already registered. Load the widget once.`,
    );
  }
}
