/**
 * Every message between a widget and a backend: types and constants only.
 *
 * Imported by the widget, by the server (whose zod schemas must satisfy these
 * types) and by the fake backend of the tests. Request fields are snake_case,
 * response fields camelCase; times are RFC 3339 strings; durations carry their
 * unit in the name.
 */
export type * from './capture.js';
export * from './errors.js';
export type * from './feedback.js';
export * from './limits.js';
export type * from './navigation.js';
export type * from './session.js';
export * from './page-limits.js';
export * from './stream.js';
export * from './token.js';
export type * from './triggers.js';
export type * from './widget.js';
