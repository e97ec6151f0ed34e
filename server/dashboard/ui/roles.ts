import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
import {html} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Role} from '../api/types.js';

/** What each role may, in a sentence. */
export const ROLE_WORDS: Readonly<Record<Role, {name: string; may: string}>> = {
  viewer: {name: 'Viewer', may: 'Sees widgets, conversations and leads; changes nothing.'},
  editor: {name: 'Editor', may: 'Makes, changes and publishes widgets.'},
  owner: {name: 'Owner', may: 'Everything, with secrets, people and keys.'},
};

const ROLES = Object.entries(ROLE_WORDS) as [Role, (typeof ROLE_WORDS)[Role]][];

/** Chooses a role. @param value - The one chosen now. */
export function roleSelect(label: string, value: Role, onChange: (role: Role) => void) {
  return html`<wa-select
    label=${label}
    .value=${live(value)}
    hint=${ROLE_WORDS[value].may}
    @change=${(event: Event) => onChange((event.target as HTMLSelectElement).value as Role)}
  >
    ${ROLES.map(([role, {name}]) => html`<wa-option value=${role}>${name}</wa-option>`)}
  </wa-select>`;
}
