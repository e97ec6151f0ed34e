import type {Condition} from '../contract/index.js';
import type {Obstacle} from './evaluate.js';

/** An obstacle in words, for the operator who tries a rule out. */
export function explain(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'unmet':
      return unmet(obstacle.condition);
    case 'unknown':
      return `This version does not know the condition "${obstacle.condition.type}", so the rule never fires.`;
    case 'empty':
      return 'The rule has no conditions, so it never fires.';
    case 'session':
      return 'It has already fired in this browser session.';
    case 'days':
      return `It fired not long ago and stays quiet until ${new Date(obstacle.untilMs).toISOString()}.`;
  }
}

function unmet(condition: Condition): string {
  switch (condition.type) {
    case 'urlMatches':
      return `The page's address does not match ${condition.pattern}.`;
    case 'dwellSeconds':
      return `Less than ${condition.gte} s on the page.`;
    case 'scrollDepth':
      return `Scrolled less than ${Math.round(condition.gte * 100)} % of the page.`;
    case 'exitIntent':
      return 'The pointer has not moved towards the top edge.';
    case 'idleSeconds':
      return `Less than ${condition.gte} s since the last activity, or no activity yet.`;
    case 'repeatVisitor':
      return `Fewer than ${condition.visitCountGte ?? 2} visits.`;
  }
}
