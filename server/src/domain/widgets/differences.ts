/** One setting that is another in the draft than in what is live. */
export interface Difference {
  /** Such as `agent.greeting` or `navigation.targets.2.label`. */
  path: string;
  /** As JSON; null: not set. */
  before: string | null;
  after: string | null;
}

/** What publishing a draft would change, by setting. @param before - Null: nothing is live. */
export function differences(before: object | null, after: object): Difference[] {
  const old = leavesOf(before ?? {});
  const fresh = leavesOf(after);
  const paths = [...new Set([...old.keys(), ...fresh.keys()])];
  return paths
    .map(path => ({path, before: old.get(path) ?? null, after: fresh.get(path) ?? null}))
    .filter(({before: was, after: is}) => was !== is);
}

/** Every value that holds no others, by its path; `undefined` is no value. */
function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()) {
  if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      leavesOf(part, path ? `${path}.${key}` : key, leaves);
    }
  } else if (value !== undefined) leaves.set(path, JSON.stringify(value));
  return leaves;
}
