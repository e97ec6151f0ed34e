import '@awesome.me/webawesome/dist/components/badge/badge.js';
import {html} from 'lit';
import type {WidgetSummary} from '../api/types.js';

const LOOKS = {
  live: {variant: 'success', word: 'Live'},
  draft: {variant: 'neutral', word: 'Draft'},
  paused: {variant: 'warning', word: 'Paused'},
} as const;

/** A widget's status in a word and a colour. */
export function statusBadge(status: WidgetSummary['status']) {
  const {variant, word} = LOOKS[status];
  return html`<wa-badge variant=${variant} appearance="filled-outlined" pill>${word}</wa-badge>`;
}
