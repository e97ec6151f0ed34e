import {define} from '../shared/define.js';
import {LevelLoop} from './level-loop.js';
import {MARKS} from './marks.js';
import {AiwOrb} from './orb.js';
import {callStyles} from './orb-call.styles.js';

AiwOrb.dress = {styles: callStyles, marks: MARKS, Loop: LevelLoop};
define('aiw-orb', AiwOrb);

declare global {
  interface HTMLElementTagNameMap {
    'aiw-orb': AiwOrb;
  }
}
