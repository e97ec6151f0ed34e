import {stem} from './words.js';

/**
 * Everyday words that say little about a topic: a question is not unanswerable because the
 * knowledge lacks one of them, and none of them is a mishearing of another word.
 */
const COMMON = new Set(
  `able actually afternoon again ago almost alone already always amount anybody anyone anyway around ask
  available away back bad basic basically because before begin best better between big bit both bring
  business busy buy call case certain chance check choose come currently day days deal different difference
  done early easily easy either else end enough even evening ever exactly example extra far fast few find
  fine first full general give good great guess happen happens hard hear high hope hour idea important
  inside instead interested job keep kind know last late later least leave left less long lot low main
  make maybe mind minute moment money month morning need never new next nice night normal normally often
  old once online only open order outside own people per perhaps person place point possible pretty
  probably problem put question quick quickly quite reason recommend right roughly run same second sense
  set several short side simple simply single small someone sometimes soon sort speak stay still stuff
  suggest sure talk tell than thing think time times today together tomorrow tonight total true try turn
  typical typically understand until usual usually version wait way week weeks well whole wonder
  wondering work works world worth wrong year years yesterday yet hello thanks please hi explain describe
  details detail overview currently exactly purchase use using used useful mention mentioned happy
  actually own personal personally friend wife husband answer answers give ones everything everyone nothing
  after afterwards other another customer customers client clients policy policies terms conditions rule rules procedure software program out up down off over
  offer offers include includes included including provide provides feature features got come comes
  need needs support supports help team different sell use using able available make makes start started card
  difference compare compared choose pick kind kinds type types sorts regarding concerning possible`
    .split(/\s+/)
    .filter(Boolean),
);

const COMMON_STEMS = new Set([...COMMON].map(stem));

/** Whether a word, or what is left of it as a stem, is an everyday one. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word) || COMMON_STEMS.has(word);
}
