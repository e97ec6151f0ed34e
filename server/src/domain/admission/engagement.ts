import type {Engagement, Trigger} from '../../../../src/contract/index.js';
import {couldHaveFired} from '../../../../src/triggers/evaluate.js';

/**
 * Whether somebody was there before the call (§4.4).
 *
 * A gesture needs a trusted pointer, touch or key event. A trigger must be one of the published
 * rules, and what was recorded must be able to have fired it.
 */
export function isEngaged(engagement: Engagement, triggers: readonly Trigger[]): boolean {
  const {opened_by, trigger_id, pointer_events, touch_events, key_events} = engagement;
  if (opened_by === 'gesture') return pointer_events + touch_events + key_events > 0;
  const trigger = triggers.find(({id}) => id === trigger_id);
  return trigger !== undefined && couldHaveFired(trigger, engagement);
}
