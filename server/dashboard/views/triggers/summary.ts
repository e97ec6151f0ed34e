import type {Condition, Trigger} from '../../../../src/contract/index.js';

/** What a rule does, in one sentence of plain language. */
export function summaryOf({action = 'open', conditions, cooldown, message}: Trigger): string {
  if (conditions.length === 0) return 'It has no conditions yet, so it never fires.';
  const does = action === 'teaser' ? teaser(message) : 'Opens the widget';
  const when = listed(conditions.map(phraseOf));
  return `${[`${does} ${when}`, ...cooldownOf(cooldown)].join(', ')}.`;
}

function teaser(message: string | undefined): string {
  return message ? `Shows “${message}” beside the orb` : 'Shows the greeting beside the orb';
}

function phraseOf(condition: Condition): string {
  switch (condition.type) {
    case 'urlMatches':
      return `on a page like ${condition.pattern || '…'}`;
    case 'dwellSeconds':
      return `after ${seconds(condition.gte)} on the page`;
    case 'scrollDepth':
      return `once ${Math.round(condition.gte * 100)} % of the page was scrolled`;
    case 'exitIntent':
      return 'when the pointer leaves towards the top';
    case 'idleSeconds':
      return `after ${seconds(condition.gte)} without activity`;
    case 'repeatVisitor':
      return `from visit ${condition.visitCountGte ?? 2} on`;
  }
}

function cooldownOf(cooldown: Trigger['cooldown']): string[] {
  const {perSession, perDays} = cooldown ?? {};
  return [
    ...(perSession ? ['once a visit'] : []),
    ...(perDays ? [`then not again for ${perDays === 1 ? 'a day' : `${perDays} days`}`] : []),
  ];
}

function seconds(count: number): string {
  return count === 1 ? 'a second' : `${count} seconds`;
}

/** `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
