/** The question for consent, by sight and by rule: one chunk, for widgets that ask. */
import '../orb/orb.define.js';
import {define} from '../shared/define.js';
import {AiwConsent} from './consent.js';

export {ConsentGate} from '../../controllers/consent-gate.js';

define('aiw-consent', AiwConsent);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-consent': AiwConsent;
  }
}
