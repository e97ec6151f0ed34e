/** Elements below a node that match, in its own tree and in every shadow tree, in order. */
export function deepAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? deepAll(element.shadowRoot, selector) : []),
  ]);
}

/** Resolves when every Lit element below a node has drawn what it is to show. */
export async function drawn(root: ParentNode): Promise<void> {
  for (const element of deepAll(root, '*')) {
    await (element as Element & {updateComplete?: Promise<boolean>}).updateComplete;
  }
}
