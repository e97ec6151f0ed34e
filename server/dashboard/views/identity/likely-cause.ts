const USUAL = ['email', 'phone', 'name'];
/** Names that look like claims of the widget's, and are none. */
const LOOKALIKE = /mail|phone|tel|mobile|name|user/i;

/** A part of a JWT as it is written, unchecked; null: it cannot be read. */
function partOf(token: string, index: number): Record<string, unknown> | null {
  try {
    const text = token.trim().split('.')[index] ?? '';
    const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const value: unknown = JSON.parse(bytes);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What most likely is behind a refusal, beyond the server's own message; empty: nothing more. */
export function likelyCause(token: string, error: string, message: string): string {
  if (token.trim().split('.').length !== 3) {
    return 'This is no JWT: it would be three parts with dots between them. Copy all of it.';
  }
  if (error === 'TOKEN_EXPIRED') {
    return 'It was kept for too long: a cached token, a tab that stood open for more than five minutes, or a clock that goes wrong. Mint it when it is asked for.';
  }
  if (!/signature/i.test(message)) return '';
  const algorithm = partOf(token, 0)?.['alg'];
  if (typeof algorithm === 'string' && algorithm !== 'HS256') {
    return `It is signed with ${algorithm}. Only HS256 is accepted.`;
  }
  return 'AIW_WIDGET_SECRET on your server is not the secret above: another widget’s, decoded to bytes, or from before it was rotated. Copy it again.';
}

/** What keeps a token that is good from filling anything; empty: nothing. */
export function lookalikes(token: string): string {
  const names = Object.keys(partOf(token, 1) ?? {});
  if (names.some(name => USUAL.includes(name))) return '';
  const near = names.filter(name => LOOKALIKE.test(name));
  return near.length > 0
    ? `Nothing is filled in: ${near.join(', ')} ${near.length === 1 ? 'is' : 'are'} not looked at. Name the claims email, phone and name.`
    : 'Nothing is filled in: the token has no email, phone or name.';
}
