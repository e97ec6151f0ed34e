/** How long a file's address is kept for a browser that is slow to fetch it, in milliseconds. */
const KEPT_MS = 10_000;

/** Gives the visitor a text as a file, by a link that never is on the page. */
export function save(fileName: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type: 'text/plain;charset=utf-8'}));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
