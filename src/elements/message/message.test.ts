import {expect} from '@open-wc/testing';
import {said, textCall} from '../../../testing/fixtures/call-state.js';
import {press} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';

const ask = () => said('visitor', 'Which plans are there?');

/** A panel in which the agent has answered with `text`. */
const answered = (text: string, more: Parameters<typeof said>[2] = {}) =>
  PanelHarness.open(textCall({transcript: [ask(), said('agent', text, more)]}));

describe('aiw-message', () => {
  it('draws the agent’s Markdown as elements', async () => {
    const panel = await answered(
      '## Plans\nTwo of **them**, *both* with `SKU`s:\n\n1. Starter\n   - 1 seat\n2. Team\n\n```\na  b\n```',
    );
    expect(panel.texts('.agent .bubble strong')).to.deep.equal(['Plans', 'them']);
    expect(panel.texts('.agent .bubble em')).to.deep.equal(['both']);
    expect(panel.texts('.agent .bubble ol > li')).to.deep.equal(['Starter 1 seat', 'Team']);
    expect(panel.texts('.agent .bubble ul > li')).to.deep.equal(['1 seat']);
    expect(panel.one('pre').textContent).to.equal('a  b');
    expect(panel.texts('.agent p code')).to.deep.equal(['SKU']);
  });

  it('leaves the visitor’s own words as they are', async () => {
    const text = '**not bold** <b>\n[x](https://a.com)';
    const panel = await PanelHarness.open(textCall({transcript: [said('visitor', text)]}));
    expect(panel.one('.bubble').textContent).to.equal(text);
    expect(panel.has('.bubble a, .bubble strong')).to.equal(false);
  });

  it('never makes HTML of what the agent writes', async () => {
    const text = '<img src=x onerror="alert(1)"> <script>alert(1)</script> <b>x</b>';
    const panel = await answered(text);
    expect(panel.texts('.agent .bubble')).to.deep.equal([text]);
    expect(panel.has('.bubble img, .bubble script, .bubble b')).to.equal(false);
  });

  it('shows words that are still being written without their open marks', async () => {
    const panel = await answered('Have a look at **Starter and', {final: false});
    expect(panel.texts('.agent .bubble')).to.deep.equal(['Have a look at Starter and']);
    expect(panel.has('.agent time')).to.equal(false);
  });

  it('opens a link of this site by guided navigation', async () => {
    const panel = await answered(`See [the plans](/pricing#pro) or ${location.origin}/help?a=b.`);
    for (const link of panel.all('a')) await press(link);
    expect(panel.calls).to.deep.equal([
      ['visit', '/pricing#pro'],
      ['visit', '/help?a=b'],
    ]);
    expect((panel.one('a') as HTMLAnchorElement).target).to.equal('');
  });

  it('leaves a press with a modifier to the browser', async () => {
    const panel = await answered('[the plans](/pricing)');
    let isPrevented = true;
    const watch = (event: Event) => {
      isPrevented = event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', watch, {once: true});
    const init = {ctrlKey: true, bubbles: true, composed: true, cancelable: true};
    panel.one('a').dispatchEvent(new MouseEvent('click', init));
    expect(isPrevented).to.equal(false);
    expect(panel.calls).to.deep.equal([]);
  });

  it('opens a link to another site in a new tab that knows nothing of this one', async () => {
    const panel = await answered('[docs](https://docs.example.com/a%2Fb)');
    const link = panel.one('a') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel, link.title]).to.deep.equal([
      'https://docs.example.com/a%2Fb',
      '_blank',
      'noopener noreferrer',
      'docs.example.com',
    ]);
    expect(link.textContent).to.contain('opens in a new tab');
  });

  const unsafe = [
    'javascript:alert(1)',
    'data:text/html,x',
    'mailto:jane@acme.com',
    'https://acme.com@evil.test/',
    `${location.protocol}//user:pass@${location.host}/`,
    '//evil.test',
    '/.//evil.test',
    '/%2f/evil.test',
  ];
  for (const href of unsafe) {
    it(`shows a label in place of a link to ${href}`, async () => {
      const panel = await answered(`Go [there](${href}) now`);
      expect(panel.texts('.agent .bubble')).to.deep.equal(['Go there now']);
      expect(panel.has('a')).to.equal(false);
    });
  }

  it('copies its words without their Markdown, and says so', async () => {
    const panel = await answered('**Starter** costs [$19](/pricing).');
    await panel.pressButton('Copy message');
    expect(panel.calls).to.deep.equal([['copy', 'Which plans are there?']]);
    const [, own] = panel.all('[aria-label="Copy message"], [aria-label="Copied"]');
    if (own) await press(own);
    expect(panel.calls.at(-1)).to.deep.equal(['copy', 'Starter costs $19.']);
    await panel.settle();
    expect(panel.texts('[role="status"]')).to.include('Copied');
    expect(panel.button('Copied')).to.not.equal(undefined);
  });

  it('tells the time of each, and shows it once a minute and speaker', async () => {
    const at = Date.UTC(2026, 10, 24, 9, 41);
    const transcript = [
      said('agent', 'One.', {at}),
      said('agent', 'Two.', {at: at + 1_000}),
      said('agent', 'Three.', {at: at + 60_000}),
      said('visitor', 'Four.', {at: at + 61_000}),
    ];
    const panel = await PanelHarness.open(textCall({transcript}));
    const times = panel.all('time') as HTMLTimeElement[];
    expect(times.map(({dateTime}) => dateTime)).to.deep.equal(
      transcript.map(entry => new Date(entry.at).toISOString()),
    );
    expect(times.map(({className}) => className)).to.deep.equal(['', 'kept', 'kept', 'kept']);
    expect(times[0]?.textContent).to.equal(
      new Intl.DateTimeFormat(navigator.language, {timeStyle: 'short'}).format(at),
    );
  });

  it('can be judged where it answers the visitor, and the greeting cannot', async () => {
    const transcript = [said('agent', 'Hi.'), ask(), said('agent', 'Two.')];
    const panel = await PanelHarness.open(textCall({transcript}));
    expect(panel.all('aiw-feedback')).to.have.length(1);
    await panel.pressButton('Poor answer');
    expect(panel.calls).to.deep.equal([['judge', {messageId: transcript[2]?.id, rating: 1}]]);
  });
});
