/** Elements whose text nobody reads. */
const WORDLESS = 'script, style, link, meta, noscript, template, iframe';

/**
 * Watches a page for new content: words that come, go or are shown.
 *
 * Digits and pictures alone are none: a clock that ticks and a carousel that turns are not what
 * a router renders.
 */
export class PageChange {
  /** Whether the page's words have changed since the watch began. */
  changed = false;
  readonly #observer: MutationObserver;
  #checks: (() => void)[] = [];

  constructor(page: Document) {
    this.#observer = new MutationObserver(records => {
      this.changed ||= records.some(changesWords);
      for (const check of [...this.#checks]) check();
    });
    this.#observer.observe(page, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      attributeFilter: ['hidden'],
    });
  }

  /** What `look` finds, asked now and after each change of the page; null once `patience` is over. */
  until<T>(look: () => T | null | false, patience: Promise<unknown>): Promise<T | null> {
    return new Promise(resolve => {
      const check = () => {
        const found = look();
        if (found) finish(found);
      };
      const finish = (found: T | null) => {
        this.#checks = this.#checks.filter(other => other !== check);
        resolve(found);
      };
      this.#checks.push(check);
      check();
      void patience.then(() => finish(null));
    });
  }

  /** Ends the watch. */
  stop(): void {
    this.#observer.disconnect();
  }
}

function changesWords({type, target, oldValue, addedNodes, removedNodes}: MutationRecord): boolean {
  if (type === 'attributes') return wordsOf([target]) !== '';
  if (parentOf(target)?.closest(WORDLESS)) return false;
  if (type === 'characterData') return letters(target.nodeValue) !== letters(oldValue);
  return wordsOf(addedNodes) !== wordsOf(removedNodes);
}

function parentOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

function wordsOf(nodes: Iterable<Node>): string {
  const words = [...nodes].map(node => {
    if (node instanceof Text) return node.data;
    return node instanceof Element && !node.matches(WORDLESS) ? node.textContent : '';
  });
  return letters(words.join(' '));
}

function letters(text: string | null): string {
  return (text ?? '').replace(/[^\p{L}]+/gu, '');
}
