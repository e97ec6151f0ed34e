/** What `look` finds as soon as it finds something; an error after 20 s. */
export async function until<T>(look: () => Promise<T | null | false>): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error('It never came to be so.');
    await new Promise(again => setTimeout(again, 50));
  }
}
