import type {Condition, Cooldown, Trigger} from '../contract/index.js';

const MOST_TRIGGERS = 50;
const MOST_CONDITIONS = 20;
const LONGEST_PATTERN = 500;
const LONGEST_NAME = 100;
/** What fits a teaser without being cut. */
const LONGEST_MESSAGE = 160;
/** A day, in seconds: no page-view that matters is longer. */
const MOST_SECONDS = 86_400;

/** Rules fit to be saved, or what is wrong with them, one sentence a fault. */
export type TriggerCheck = {triggers: Trigger[]} | {faults: string[]};

type Fields = Readonly<Record<string, unknown>>;
type Report = (fault: string) => void;

/**
 * Checks a list of rules before it is saved (§4): a value out of range or a condition of an unknown
 * type is refused, an unknown field dropped.
 *
 * @param newId - Gives an id to a rule that has none; `index` is its place in the list.
 */
export function validateTriggers(
  value: unknown,
  newId: (index: number) => string = index => `trigger-${index + 1}`,
): TriggerCheck {
  if (!Array.isArray(value)) return {faults: ['Triggers must be a list of rules.']};
  if (value.length > MOST_TRIGGERS)
    return {faults: [`At most ${MOST_TRIGGERS} rules are allowed.`]};
  const faults: string[] = [];
  const triggers = value.map((rule: unknown, index) =>
    readTrigger(
      rule,
      () => newId(index),
      fault => faults.push(`Rule ${index + 1}: ${fault}`),
    ),
  );
  const ids = new Set<string>();
  for (const {id} of triggers) {
    if (id !== '' && ids.has(id)) faults.push(`Two rules have the id "${id}": ids must differ.`);
    ids.add(id);
  }
  return faults.length > 0 ? {faults} : {triggers};
}

function readTrigger(value: unknown, newId: () => string, report: Report): Trigger {
  const rule = fieldsOf(value, 'it', report);
  const cooldown = readCooldown(rule['cooldown'], report);
  const {action, message} = rule;
  if (action !== undefined && action !== 'open' && action !== 'teaser') {
    report('action must be "open" or "teaser".');
  }
  return {
    id: rule['id'] === undefined ? newId() : readText(rule['id'], 'id', LONGEST_NAME, report),
    name: readText(rule['name'], 'name', LONGEST_NAME, report),
    priority: readNumber(rule['priority'], 'priority', [-1000, 1000], report),
    conditions: readConditions(rule['conditions'], report),
    ...(cooldown && {cooldown}),
    ...((action === 'open' || action === 'teaser') && {action}),
    ...(message !== undefined && {
      message: readText(message, 'message', LONGEST_MESSAGE, report),
    }),
  };
}

function readConditions(value: unknown, report: Report): Condition[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_CONDITIONS) {
    report(`conditions must be a list of 1 to ${MOST_CONDITIONS}.`);
    return [];
  }
  return value.flatMap((condition: unknown, index) => {
    const tell: Report = fault => report(`condition ${index + 1}: ${fault}`);
    return readCondition(fieldsOf(condition, 'it', tell), tell) ?? [];
  });
}

function readCondition(fields: Fields, report: Report): Condition | null {
  const {type, pattern, gte, visitCountGte} = fields;
  switch (type) {
    case 'urlMatches':
      return {type, pattern: readText(pattern, 'pattern', LONGEST_PATTERN, report)};
    case 'dwellSeconds':
    case 'idleSeconds':
      return {type, gte: readNumber(gte, 'gte (seconds)', [0, MOST_SECONDS], report)};
    case 'scrollDepth':
      return {type, gte: readNumber(gte, 'gte (share of the page)', [0, 1], report)};
    case 'exitIntent':
      return {type};
    case 'repeatVisitor':
      if (visitCountGte === undefined) return {type};
      return {type, visitCountGte: readWhole(visitCountGte, 'visitCountGte', [1, 1000], report)};
    default:
      report(
        `type ${JSON.stringify(type) ?? 'is missing and'} must be one of urlMatches, dwellSeconds, scrollDepth, exitIntent, idleSeconds, repeatVisitor.`,
      );
      return null;
  }
}

function readCooldown(value: unknown, report: Report): Cooldown | null {
  if (value === undefined || value === null) return null;
  const {perSession, perDays} = fieldsOf(value, 'cooldown', report);
  if (perSession !== undefined && typeof perSession !== 'boolean') {
    report('cooldown.perSession must be true or absent.');
  }
  const days =
    perDays === undefined ? null : readWhole(perDays, 'cooldown.perDays', [1, 3650], report);
  return {...(perSession === true && {perSession}), ...(days !== null && {perDays: days})};
}

function fieldsOf(value: unknown, name: string, report: Report): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  report(`${name} must be an object.`);
  return {};
}

function readText(value: unknown, name: string, longest: number, report: Report): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '' || text.length > longest)
    report(`${name} must be a text of 1 to ${longest} characters.`);
  return text;
}

function readNumber(
  value: unknown,
  name: string,
  [least, most]: readonly [number, number],
  report: Report,
): number {
  if (typeof value === 'number' && value >= least && value <= most) return value;
  report(`${name} must be a number from ${least} to ${most}.`);
  return least;
}

function readWhole(
  value: unknown,
  name: string,
  range: readonly [number, number],
  report: Report,
): number {
  if (!Number.isInteger(value)) {
    report(`${name} must be a whole number from ${range[0]} to ${range[1]}.`);
    return range[0];
  }
  return readNumber(value, name, range, report);
}
