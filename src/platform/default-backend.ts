/** Built into a bundle for one deployment; empty in the published package. */
declare const __AIW_DEFAULT_BACKEND__: string | undefined;

/** The backend where a page names none: the bundle's own, else the origin that served this module. */
export function defaultBackendUrl(): string {
  const builtIn = typeof __AIW_DEFAULT_BACKEND__ === 'string' ? __AIW_DEFAULT_BACKEND__ : '';
  return builtIn || new URL(import.meta.url).origin;
}
