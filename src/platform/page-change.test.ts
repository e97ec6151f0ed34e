import {expect} from '@open-wc/testing';
import {PageChange} from './page-change.js';

describe('a change of the page', () => {
  let main: HTMLElement;
  let page: PageChange;
  const never = new Promise<void>(() => {});
  beforeEach(() => {
    main = document.createElement('main');
    document.body.append(main);
    main.append('Home', document.createElement('p'));
    page = new PageChange(document);
  });
  afterEach(() => {
    page.stop();
    main.remove();
  });
  const paragraph = () => main.querySelector('p') as HTMLElement;
  const element = (name: string, text = '') =>
    Object.assign(document.createElement(name), {textContent: text});

  const cases: readonly [name: string, change: () => void, counts: boolean][] = [
    ['other words', () => (main.textContent = 'Prices'), true],
    ['a new section', () => main.append(element('section', 'Prices')), true],
    ['a section gone', () => main.replaceChildren(), true],
    ['words that change in place', () => ((main.firstChild as Text).data = 'Prices'), true],
    ['another title', () => (document.title = `${document.title} of Acme`), true],
    ['a clock', () => (paragraph().textContent = '12:00:01'), false],
    ['a count in the title', () => (document.title = `(1) ${document.title}`), false],
    ['a picture', () => main.append(element('img')), false],
    ['a script of somebody', () => main.append(element('template', 'var analytics')), false],
  ];
  for (const [name, change, counts] of cases) {
    it(`is ${counts ? '' : 'not '}seen in ${name}`, async () => {
      const {title} = document;
      change();
      await Promise.resolve();
      document.title = title;
      expect(page.changed).to.equal(counts);
    });
  }

  it('is seen where a view that was there is shown', async () => {
    const view = element('section', 'Prices');
    view.hidden = true;
    main.append(view);
    page.stop();
    page = new PageChange(document);
    view.hidden = false;
    await Promise.resolve();
    expect(page.changed).to.be.true;
  });

  it('is not seen where a counter goes on in whole words', async () => {
    paragraph().textContent = '5 seconds ago';
    page.stop();
    page = new PageChange(document);
    paragraph().textContent = '6 seconds ago';
    await Promise.resolve();
    expect(page.changed).to.be.false;
  });

  it('gives what is looked for as soon as it is there', async () => {
    const found = page.until(() => main.querySelector('section'), never);
    const section = element('section');
    main.append(section);
    expect(await found).to.equal(section);
  });

  it('gives nothing when patience is over', async () => {
    expect(await page.until(() => null, Promise.resolve())).to.equal(null);
  });
});
