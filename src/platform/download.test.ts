import {expect} from '@open-wc/testing';
import {save} from './download.js';

describe('a file for the visitor', () => {
  const {click} = HTMLAnchorElement.prototype;
  afterEach(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  it('is a download of that name and text, by a link that is never on the page', async () => {
    const links: HTMLAnchorElement[] = [];
    HTMLAnchorElement.prototype.click = function () {
      links.push(this);
    };
    save('transcript.txt', 'You: Grüße 😀');
    const [link] = links;
    expect(link?.download).to.equal('transcript.txt');
    expect(link?.isConnected).to.equal(false);
    const response = await fetch(link?.href ?? '');
    expect(response.headers.get('content-type')).to.equal('text/plain;charset=utf-8');
    expect(await response.text()).to.equal('You: Grüße 😀');
  });
});
