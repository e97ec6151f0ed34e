/** Longer texts are not remembered, in characters. */
const LONGEST = 300;

/**
 * A function that remembers its latest answers.
 *
 * @param find - Without effects, and of a text that strangers may choose: no more than `most`
 * answers are kept.
 */
export function remembered<T>(find: (text: string) => T, most = 1000): (text: string) => T {
  const known = new Map<string, T>();
  return text => {
    if (text.length > LONGEST) return find(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = find(text);
    if (known.size >= most) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
    known.set(text, answer);
    return answer;
  };
}
