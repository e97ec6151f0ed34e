import {expect} from '@open-wc/testing';
import type {LoadOptions} from './load-widget.js';
import type {AIWWidgetApi} from './page-api.js';

const TOKEN = `wt_${'0'.repeat(32)}`;
/** A script that sets a page's API, or does nothing. */
const script = (code: string) => URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
const WORKING = script(`window.AIWWidget = {tag: {...document.currentScript.dataset}};`);
const OPTIONS: LoadOptions = {token: TOKEN, backendUrl: 'https://voice.example.com/', src: WORKING};

/** The module anew, as a page that has just been loaded has it. */
let copies = 0;
const fresh = async () =>
  ((await import(`./load-widget.ts?copy=${copies++}`)) as typeof import('./load-widget.js'))
    .loadWidget;
const tags = () => document.querySelectorAll<HTMLScriptElement>('script[data-widget-token]');

async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It has not failed.');
}

describe('loadWidget', () => {
  afterEach(() => {
    tags().forEach(tag => tag.remove());
    delete window.AIWWidget;
  });

  it('puts the tag on the page, and gives its API', async () => {
    const load = await fresh();
    const api = await load({
      ...OPTIONS,
      nonce: 'abc',
      attributes: {placement: 'bottom-left', storage: 'none'},
    });
    const [tag] = tags();
    expect(tag?.src).to.equal(WORKING);
    expect(tag?.nonce).to.equal('abc');
    expect((api as unknown as {tag: DOMStringMap}).tag).to.deep.equal({
      widgetToken: TOKEN,
      backendUrl: 'https://voice.example.com',
      placement: 'bottom-left',
      storage: 'none',
    });
  });

  it('takes the script from the server where no other address is given', async () => {
    const load = await fresh();
    const message = await failure(load({token: TOKEN, backendUrl: 'http://127.0.0.1:9'}));
    expect(message).to.equal(
      'The widget could not be loaded: http://127.0.0.1:9/aiw-voice-widget.js is not reachable, or not allowed by script-src or its integrity.',
    );
  });

  it('puts one tag on the page, however often it is called', async () => {
    const load = await fresh();
    const [first, second] = await Promise.all([load(OPTIONS), load(OPTIONS)]);
    expect(first).to.equal(second);
    expect(tags().length).to.equal(1);
  });

  it('leaves a tag that is there already', async () => {
    const load = await fresh();
    const present = {} as AIWWidgetApi;
    window.AIWWidget = present;
    expect(await load(OPTIONS)).to.equal(present);
    expect(tags().length).to.equal(0);
  });

  it('refuses a script that is not what its integrity says', async () => {
    const load = await fresh();
    const integrity = `sha384-${'A'.repeat(64)}`;
    expect(await failure(load({...OPTIONS, integrity}))).to.include('integrity');
    expect(window.AIWWidget).to.equal(undefined);
  });

  it('says so where the script has not started, and tries again when it is asked again', async () => {
    const load = await fresh();
    expect(await failure(load({...OPTIONS, src: script('')}))).to.include('the console says why');
    expect(tags().length).to.equal(0);
    expect(await load(OPTIONS)).to.equal(window.AIWWidget);
  });
});
