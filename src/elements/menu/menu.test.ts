import {expect, fixture, html} from '@open-wc/testing';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key, press} from '../../../testing/harness/gestures.js';
import {icon} from '../shared/icons.js';
import './menu.define.js';
import type {AiwMenu, MenuItem} from './menu.js';

/** A menu of three that keeps a list of what was chosen. */
async function menuOf(labels = ['Save', 'Start over', 'Silence'], checked?: string) {
  const chosen: string[] = [];
  const items = labels.map((label): MenuItem => ({
    label,
    icon: icon('copy'),
    act: () => void chosen.push(label),
    ...(checked && {checked: label === checked}),
  }));
  const stage = await fixture<HTMLElement>(
    html`<div style="--_link:#00f;--_surface:#fff;--_ink:#000;--_dim:#555;padding:0 0 300px 300px">
      <aiw-menu label="More" .items=${items}><button>More</button></aiw-menu><button>after</button>
    </div>`,
  );
  const menu = stage.querySelector('aiw-menu') as AiwMenu;
  const button = menu.querySelector('button') as HTMLButtonElement;
  return {
    stage,
    menu,
    button,
    chosen,
    isOpen: () => menu.renderRoot.querySelector('[role="menu"]') !== null,
    focused: () => menu.shadowRoot?.activeElement?.textContent?.trim(),
    async keys(...names: string[]) {
      for (const name of names) {
        await key(name);
        await menu.updateComplete;
      }
    },
  };
}

describe('aiw-menu', () => {
  it('opens by a press with focus on its first item, and acts on a press', async () => {
    const {button, isOpen, focused, chosen, menu} = await menuOf();
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    await press(button);
    await menu.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(focused()).to.equal('Save');
    await press(menu.renderRoot.querySelectorAll('[role="menuitem"]')[1] as Element);
    await menu.updateComplete;
    expect(chosen).to.deep.equal(['Start over']);
    expect(isOpen()).to.equal(false);
    expect(document.activeElement).to.equal(button);
  });

  const ways: [keys: string[], focused: string][] = [
    [['Enter'], 'Save'],
    [['ArrowDown'], 'Save'],
    [['ArrowUp'], 'Silence'],
    [['ArrowDown', 'ArrowDown'], 'Start over'],
    [['ArrowDown', 'ArrowUp'], 'Silence'],
    [['ArrowUp', 'ArrowDown'], 'Save'],
    [['ArrowDown', 'End'], 'Silence'],
    [['ArrowUp', 'Home'], 'Save'],
    [['ArrowDown', 's'], 'Start over'],
    [['ArrowDown', 's', 's', 's'], 'Save'],
  ];
  for (const [names, expected] of ways) {
    it(`goes to "${expected}" by ${names.join(', ')}`, async () => {
      const {button, keys, focused} = await menuOf();
      button.focus();
      await keys(...names);
      expect(focused()).to.equal(expected);
    });
  }

  it('acts by Enter and gives focus back', async () => {
    const {button, keys, chosen} = await menuOf();
    button.focus();
    await keys('ArrowDown', 'Enter');
    expect(chosen).to.deep.equal(['Save']);
    expect(document.activeElement).to.equal(button);
  });

  it('closes by Escape, of which nobody outside hears', async () => {
    const {stage, button, keys, isOpen} = await menuOf();
    const heard: string[] = [];
    stage.addEventListener('keydown', event => void heard.push(event.key));
    button.focus();
    await keys('ArrowDown', 'Escape');
    expect(isOpen()).to.equal(false);
    expect(document.activeElement).to.equal(button);
    expect(heard).to.not.include('Escape');
  });

  it('closes by Tab, which goes on from the button', async () => {
    const {stage, button, keys, isOpen} = await menuOf();
    button.focus();
    await keys('ArrowDown', 'Tab');
    expect(isOpen()).to.equal(false);
    expect(document.activeElement).to.equal(stage.querySelector('aiw-menu + button'));
  });

  it('closes by a press elsewhere', async () => {
    const {stage, button, menu, isOpen} = await menuOf();
    await press(button);
    await menu.updateComplete;
    await press(stage.querySelector('aiw-menu + button') as Element);
    await menu.updateComplete;
    expect(isOpen()).to.equal(false);
  });

  it('listens no more once it is gone', async () => {
    const {stage, menu, button, isOpen} = await menuOf();
    await press(button);
    menu.remove();
    stage.append(menu);
    await menu.updateComplete;
    expect(isOpen()).to.equal(false);
  });

  it('marks the present one of several choices', async () => {
    const {menu, button, keys} = await menuOf(['English', 'Deutsch'], 'Deutsch');
    button.focus();
    await keys('ArrowDown');
    const items = [...menu.renderRoot.querySelectorAll('[role="menuitemradio"]')];
    expect(items.map(item => item.getAttribute('aria-checked'))).to.deep.equal(['false', 'true']);
  });

  it('passes axe while it is open', async () => {
    const {stage, button, keys} = await menuOf();
    button.focus();
    await keys('ArrowDown');
    expect(await axeFaults(stage)).to.deep.equal([]);
  });
});
