import {expect} from '@open-wc/testing';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {consoleLines} from '../../../testing/harness/console-lines.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';

describe('the words of a widget', () => {
  let backend: FakeBackend;
  let view: WidgetHarness;
  let said: ReturnType<typeof consoleLines>;
  beforeEach(() => {
    backend = new FakeBackend().install();
    said = consoleLines();
  });
  afterEach(async () => {
    view.leave();
    await view.widget.updateComplete;
    said.restore();
    backend.restore();
  });

  const arrive = async (attributes: Readonly<Record<string, string>>) => {
    view = await WidgetHarness.place(backend);
    for (const [name, value] of Object.entries(attributes)) view.widget.setAttribute(name, value);
    await view.widget.ready;
    await view.call();
  };

  it('are in the element’s language', async () => {
    await arrive({lang: 'de-CH'});
    expect(view.words).to.contain('Hört zu');
    expect(view.launcher?.ariaLabel).to.equal('Zurück zum Anruf');
    expect(view.panel?.renderRoot.querySelector('section')?.lang).to.equal('de');
  });

  it('are in the browser’s language where the element has none', async () => {
    const {languages} = navigator;
    Object.defineProperty(navigator, 'languages', {value: ['nl', 'fr-FR'], configurable: true});
    try {
      await arrive({});
      expect(view.words).to.contain('À l’écoute');
    } finally {
      Object.defineProperty(navigator, 'languages', {value: languages, configurable: true});
    }
  });

  it('run from right to left in Arabic, and stay accessible', async () => {
    await arrive({lang: 'ar'});
    const card = view.panel?.renderRoot.querySelector('section') as HTMLElement;
    expect(card.dir).to.equal('rtl');
    expect(getComputedStyle(card).direction).to.equal('rtl');
    expect(await axeFaults(view.widget)).to.deep.equal([]);
  });

  it('are the site’s own where it has some', async () => {
    await arrive({lang: 'en', 'text-contents': '{"status": {"listening": "All ears"}}'});
    expect(view.words).to.contain('All ears');
    expect(said.lines).to.deep.equal([]);
  });

  it('are the widget’s where the site’s are no JSON, and the developer is told', async () => {
    await arrive({lang: 'en', 'text-contents': 'All ears'});
    expect(view.words).to.contain('Listening');
    expect(said.lines).to.deep.equal([
      '[aiw] text-contents is ignored: it is not JSON of the form {"send": "Send it"}.',
    ]);
  });

  it('leave out what they do not know, and the developer is told', async () => {
    await arrive({lang: 'en', 'text-contents': '{"sent": "Gone"}'});
    expect(said.lines).to.deep.equal([
      '[aiw] text-contents: the widget has no text "sent". See docs/languages.md.',
    ]);
  });
});
