import {expect} from '@open-wc/testing';
import {LoadingContactFinder} from './contact-finder.js';

describe('finding contact details in a call', () => {
  const SPOKEN = 'anna Klammeraffe beispiel punkt de';

  it('begins with English and what needs no language', () => {
    const finder = new LoadingContactFinder();
    expect(finder.askedFor('What is your email?')).to.equal('email');
    expect(finder.volunteered('anna@beispiel.de', null)?.value).to.equal('anna@beispiel.de');
    expect(finder.volunteered(SPOKEN, null)).to.equal(null);
  });

  it('hears the visitor’s language once it is here, and English beside it', async () => {
    const finder = new LoadingContactFinder();
    await finder.use('de-AT', 'en');
    expect(finder.askedFor('Wie lautet Ihre Telefonnummer?')).to.equal('phone');
    expect(finder.askedFor('What is your email?')).to.equal('email');
    expect(finder.volunteered(SPOKEN, null)?.value).to.equal('anna@beispiel.de');
    expect(finder.volunteered('0664 1234567', null)?.value).to.equal('+436641234567');
  });

  it('hears the agent’s language where the browser’s is another', async () => {
    const finder = new LoadingContactFinder();
    await finder.use('en-US', 'fr');
    expect(finder.askedFor('Quel est votre nom ?')).to.equal('name');
    expect(finder.country).to.equal('US');
  });
});
