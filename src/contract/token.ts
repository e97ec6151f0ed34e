/** Form of a public widget token. */
export const WIDGET_TOKEN_PATTERN = /^wt_[0-9a-f]{32}$/;
