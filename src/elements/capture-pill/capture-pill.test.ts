import {expect, fixture, html} from '@open-wc/testing';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key, press, type} from '../../../testing/harness/gestures.js';
import type {AiwCapturePill} from './capture-pill.js';
import './capture-pill.define.js';

/** A pill as somebody with a mouse and a keyboard meets it. */
class PillHarness {
  readonly confirmed: string[] = [];
  dismissed = 0;
  readonly pill: AiwCapturePill;

  constructor(pill: AiwCapturePill) {
    this.pill = pill;
    pill.addEventListener('aiw-capture-confirm', ({kind, value}) => {
      this.confirmed.push(`${kind} ${value}`);
    });
    pill.addEventListener('aiw-capture-dismiss', () => this.dismissed++);
  }

  get field() {
    return this.part<HTMLInputElement>('field');
  }
  get hint() {
    return this.pill.shadowRoot?.querySelector('#hint')?.textContent?.trim();
  }
  part<T extends HTMLElement = HTMLElement>(name: string): T {
    const part = this.pill.shadowRoot?.querySelector<T>(`[part="${name}"]`);
    if (!part) throw new Error(`There is no part ${name}.`);
    return part;
  }
}

const open = async (template = html`<aiw-capture-pill></aiw-capture-pill>`) =>
  new PillHarness(await fixture<AiwCapturePill>(template));

describe('aiw-capture-pill', () => {
  it('confirms a pre-filled value with one tap', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="email" value="jane@Example.com"></aiw-capture-pill>`,
    );
    await press(pill.part('confirm'));
    expect(pill.confirmed).to.deep.equal(['email jane@example.com']);
  });

  it('confirms what was typed on Enter', async () => {
    const pill = await open();
    await press(pill.field);
    await type('jane@example.com');
    await key('Enter');
    expect(pill.confirmed).to.deep.equal(['email jane@example.com']);
  });

  it('takes a correction by hand before one tap confirms it', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="email" value="jane@example.com"></aiw-capture-pill>`,
    );
    await press(pill.field);
    await key('Home');
    await type('x.');
    await key('Enter');
    expect(pill.confirmed).to.deep.equal(['email x.jane@example.com']);
  });

  it('puts a new value in the place of the one it holds', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="email" value="jane@example.com"></aiw-capture-pill>`,
    );
    await press(pill.field);
    await type('x');
    pill.pill.value = 'jayne@example.com';
    await pill.pill.updateComplete;
    expect(pill.field.value).to.equal('jayne@example.com');
  });

  it('shows a phone number in groups and confirms it in E.164', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="phone" value="+14155552671"></aiw-capture-pill>`,
    );
    expect(pill.field.value).to.equal('+1 415 555 2671');
    await press(pill.part('confirm'));
    expect(pill.confirmed).to.deep.equal(['phone +14155552671']);
  });

  it('reads a number of home by the country it is given', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="phone" country="DE" value="030 1234567"></aiw-capture-pill>`,
    );
    await press(pill.part('confirm'));
    expect(pill.confirmed).to.deep.equal(['phone +49301234567']);
  });

  it('spells what was heard to screen readers, until it is edited', async () => {
    const pill = await open(
      html`<aiw-capture-pill kind="email" value="jane@x.io"></aiw-capture-pill>`,
    );
    const described = () =>
      (pill.field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map(id => pill.pill.shadowRoot?.getElementById(id)?.textContent?.trim() ?? '')
        .join('');
    expect(described()).to.equal('j a n e @ x . i o');
    expect(await axeFaults(pill.pill)).to.deep.equal([]);
    await press(pill.field);
    await type('2');
    await pill.pill.updateComplete;
    expect(described()).to.equal('');
  });

  it('says what is wrong, keeps the words and goes back to the field', async () => {
    const pill = await open();
    await press(pill.field);
    await type('jane at home');
    await press(pill.part('confirm'));
    await pill.pill.updateComplete;
    expect(pill.confirmed).to.deep.equal([]);
    expect(pill.field.value).to.equal('jane at home');
    expect(pill.field.getAttribute('aria-invalid')).to.equal('true');
    expect(pill.hint).to.contain('check the address');
    expect(pill.pill.shadowRoot?.activeElement).to.equal(pill.field);
    expect(await axeFaults(pill.pill)).to.deep.equal([]);
  });

  it('takes the complaint back as soon as the value is edited', async () => {
    const pill = await open(html`<aiw-capture-pill status="invalid"></aiw-capture-pill>`);
    expect(pill.field.getAttribute('aria-invalid')).to.equal('true');
    await press(pill.field);
    await type('j');
    await pill.pill.updateComplete;
    expect(pill.field.getAttribute('aria-invalid')).to.equal('false');
  });

  it('is dismissed by its button and by Escape, which goes no further', async () => {
    const pill = await open();
    let escaped = 0;
    const outer = pill.pill.parentElement;
    outer?.addEventListener('keydown', () => escaped++);
    await press(pill.part('dismiss'));
    await press(pill.field);
    await key('Escape');
    expect(pill.dismissed).to.equal(2);
    expect(escaped).to.equal(0);
  });

  it('drops a half-typed answer when another question is asked', async () => {
    const pill = await open();
    await press(pill.field);
    await type('jane@');
    pill.pill.kind = 'name';
    await pill.pill.updateComplete;
    expect(pill.field.value).to.equal('');
    expect(pill.field.autocomplete).to.equal('name');
  });

  it('asks an unknown kind as an email address', async () => {
    const pill = await open(html`<aiw-capture-pill kind="shoe-size"></aiw-capture-pill>`);
    expect(pill.pill.kind).to.equal('email');
    expect(pill.field.inputMode).to.equal('email');
  });

  it('keeps a contact detail inside the shadow root that asked for it', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({mode: 'open'});
    let leaked = false;
    outer.addEventListener('aiw-capture-confirm', () => (leaked = true));
    const element = document.createElement('aiw-capture-pill');
    element.value = 'jane@example.com';
    root.append(element);
    await element.updateComplete;
    const heard: string[] = [];
    element.addEventListener('aiw-capture-confirm', ({value}) => heard.push(value));
    await press(new PillHarness(element).part('confirm'));
    expect(heard).to.deep.equal(['jane@example.com']);
    expect(leaked).to.equal(false);
  });

  for (const [status, words] of [
    ['sending', 'Saving'],
    ['queued', 'Kept here'],
  ] as const) {
    it(`shows ${status} and takes no second answer meanwhile`, async () => {
      const pill = await open(
        html`<aiw-capture-pill value="jane@example.com" status=${status}></aiw-capture-pill>`,
      );
      expect(pill.hint).to.contain(words);
      await press(pill.field);
      await key('Enter');
      expect(pill.confirmed).to.deep.equal([]);
      expect(await axeFaults(pill.pill)).to.deep.equal([]);
    });
  }

  it('shows a stored value as done', async () => {
    const pill = await open(
      html`<aiw-capture-pill value="jane@example.com" status="stored"></aiw-capture-pill>`,
    );
    const done = pill.pill.shadowRoot?.querySelector('.done')?.textContent ?? '';
    expect(done).to.contain('Saved').and.to.contain('jane@example.com');
    expect(await axeFaults(pill.pill)).to.deep.equal([]);
  });

  for (const kind of ['email', 'phone', 'name'] as const) {
    it(`labels the field for ${kind} and passes axe`, async () => {
      const pill = await open(html`<aiw-capture-pill kind=${kind}></aiw-capture-pill>`);
      expect(pill.field.labels?.length).to.equal(1);
      expect(await axeFaults(pill.pill)).to.deep.equal([]);
    });
  }
});
