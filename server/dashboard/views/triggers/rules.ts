import type {Condition, Trigger} from '../../../../src/contract/index.js';

/** Kinds of conditions, as they are offered. */
export const CONDITION_NAMES: Readonly<Record<Condition['type'], string>> = {
  urlMatches: 'Address of the page',
  dwellSeconds: 'Time on the page',
  scrollDepth: 'Scrolled so far',
  exitIntent: 'About to leave',
  idleSeconds: 'Idle for',
  repeatVisitor: 'Returning visitor',
};

/** A condition as it is first added. */
export function newCondition(type: Condition['type']): Condition {
  switch (type) {
    case 'urlMatches':
      return {type, pattern: '*/pricing*'};
    case 'dwellSeconds':
      return {type, gte: 30};
    case 'scrollDepth':
      return {type, gte: 0.6};
    case 'exitIntent':
      return {type};
    case 'idleSeconds':
      return {type, gte: 20};
    case 'repeatVisitor':
      return {type, visitCountGte: 2};
  }
}

let made = 0;

/** A rule to begin with. Its id is made here until it is saved. */
export function newRule(name: string, ...conditions: Condition[]): Trigger {
  const id = `new-${Date.now().toString(36)}-${made++}`;
  return {id, name, priority: 0, conditions, cooldown: {perSession: true}};
}

/** Rules that many sites want, to start from. */
export const READY_MADE: readonly {name: string; what: string; make: () => Trigger}[] = [
  {
    name: 'Help with prices',
    what: 'Half a minute on the pricing page',
    make: () =>
      newRule('Help with prices', newCondition('urlMatches'), {type: 'dwellSeconds', gte: 30}),
  },
  {
    name: 'Before they leave',
    what: 'The pointer goes for the address bar',
    make: () => newRule('Before they leave', newCondition('exitIntent')),
  },
  {
    name: 'Welcome back',
    what: 'From the third visit on',
    make: () => ({
      ...newRule(
        'Welcome back',
        {type: 'repeatVisitor', visitCountGte: 3},
        {type: 'dwellSeconds', gte: 5},
      ),
      action: 'teaser',
      message: 'Good to see you again. Any questions?',
    }),
  },
];

/** Rules as they are saved: the order is the priority. */
export function withPriorities(rules: readonly Trigger[]): Trigger[] {
  return rules.map((rule, index) => ({...rule, priority: rules.length - index}));
}

/** Rules in the order in which they are asked on a page. */
export function inOrder(rules: readonly Trigger[]): Trigger[] {
  return [...rules].sort((a, b) => b.priority - a.priority);
}

/** A list with one entry at another place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = [...list];
  const [entry] = rest.splice(from, 1);
  if (entry !== undefined) rest.splice(to, 0, entry);
  return rest;
}

/** A list with another entry in one place. */
export function replaced<Entry>(list: readonly Entry[], index: number, entry: Entry): Entry[] {
  return list.map((old, at) => (at === index ? entry : old));
}

/** A list without the entry in one place. */
export function without<Entry>(list: readonly Entry[], index: number): Entry[] {
  return list.filter((_, at) => at !== index);
}
