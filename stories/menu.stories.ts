import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import '../src/elements/menu/menu.define.js';
import type {AiwMenu, MenuItem} from '../src/elements/menu/menu.js';
import {DOWNLOAD, SOUND} from '../src/elements/panel-header/menu-items.js';
import {drawing, icon} from '../src/elements/shared/icons.js';
import {callState} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const act = () => {};
const ITEMS: readonly MenuItem[] = [
  {label: 'Microphone and speaker', icon: drawing(SOUND), act},
  {label: 'Download transcript', icon: drawing(DOWNLOAD), act},
  {label: 'Start over', icon: icon('restart'), act},
  {label: 'Muted', icon: icon('micOff'), act, checked: true},
  {label: 'Heard', icon: icon('mic'), act, checked: false},
];
const menu = (opens: boolean) => {
  const open = (element?: Element) => void (opens && (element as AiwMenu | undefined)?.open());
  return onSurface(
    html`<div style="display:flex;justify-content:flex-end;align-items:flex-start;block-size:290px">
      <aiw-menu label="More" .items=${ITEMS} ${ref(open)}>
        <button aria-haspopup="menu" style="min-block-size:44px;min-inline-size:44px;font:inherit">
          More
        </button>
      </aiw-menu>
    </div>`,
    callState(),
  );
};

/** The menu behind a button. */
export const stories: Story[] = [
  {name: 'closed', render: () => menu(false)},
  // One alone: a menu closes where the focus goes to another.
  {name: 'open', render: () => menu(true)},
];
