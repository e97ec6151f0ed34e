import type {SettingsChanges} from '../../api/types.js';

/** What a step tells of its changes. */
export type DraftChange = CustomEvent<SettingsChanges>;

/** Tells the wizard that settings were changed. */
export function changed(from: HTMLElement, changes: SettingsChanges): void {
  from.dispatchEvent(new CustomEvent('draft-change', {detail: changes, bubbles: true}));
}
