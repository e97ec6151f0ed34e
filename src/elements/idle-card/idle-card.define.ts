import {define} from '../shared/define.js';
import {AiwIdleCard} from './idle-card.js';

define('aiw-idle-card', AiwIdleCard);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-idle-card': AiwIdleCard;
  }
}
