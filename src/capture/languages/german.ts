import {besideEnglish} from '../beside-english.js';
import {joinsTens, words} from '../language.js';

const SMALL =
  'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  );
const TENS = 'zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig'.split(' ');

/** German says numbers to 999 as one word: zweiundzwanzig, hundertdreiundzwanzig. */
function numbers(): Record<string, string> {
  const below100 = Array.from({length: 100}, (_, value) => {
    if (value < 20) return SMALL[value];
    const unit = value % 10;
    return (unit ? `${SMALL[unit]}und` : '') + TENS[Math.floor(value / 10) - 2];
  });
  const all: Record<string, string> = {};
  below100.forEach((word, rest) => {
    all[rest === 1 ? 'eins' : word] = `${rest}`;
    const tail = rest === 0 ? '' : rest === 1 ? 'eins' : word;
    all[`hundert${tail}`] = `${100 + rest}`;
    for (let hundred = 1; hundred < 10; hundred++) {
      all[`${SMALL[hundred]}hundert${tail}`] = `${hundred * 100 + rest}`;
    }
  });
  return {...all, zwo: '2', fuenf: '5', zwoelf: '12', dreissig: '30'};
}

const OTHER_NUMBER =
  /^(?!(?:telefon|handy|natel|mobil|ruf|fax|durchwahl|kontakt|ruckruf)nummer)\p{L}+(?:nummer|nr)$|^(?:bestell|auftrag|rechnung|sendung|lieferung|buchung|ticket|vertrag|konto|kunde|aktenzeichen|plz|postleitzahl|iban|bic|pin|tan|version|isbn|ust|karte|datum|ip|referenz|gutschein|flug|seite)/u;
const PHONE_HINT =
  /^(?:telefon|tel$|handy|natel|mobil|ruf|anruf|angerufen|zuruckruf|ruckruf|festnetz|whatsapp|erreich|durchwahl)/;

/** German of Germany, Austria and Switzerland. */
export const GERMAN = besideEnglish({
  asks: {
    email: /\be-? ?mail|\bmail(?:adresse)?\b/,
    phone:
      /\btelefon|\bhandy|\bmobil(?:nummer|telefon)?\b|\brufnummer|\b(?:ihre|deine|eine) nummer\b|\bwhatsapp\b|\bnummer\b.*(?:erreich|anruf|zuruckruf|melden)/,
    name: /\b(?:(?:vor|nach|familien)name|name)[ns]?\b|\bwie (?:heissen sie|heisst du|darf ich (?:sie|dich) (?:nennen|ansprechen))\b|\bmit wem (?:spreche|habe|rede)\b/,
  },
  asksNot:
    /\bhandy-?(?:app|version|tarif|vertrag|hulle)\w*|\bmobile? (?:app|version|seite|ansicht|daten)|\btelefon(?:support|isch)\w*|\bname[ns]? (?:des|der|vom|ihres|ihrer|eures|eurer|dieses)\b|\be-? ?mail-?(?:marketing|kampagne|vorlage)\w*/g,
  abbreviations: words('z.b bzw d.h usw etc ca nr dr hr fr str tel u.a ggf evtl'),
  phrases: [
    [/\be-?mail-?adresse\b/giu, 'emailadresse'],
    [/\bunterstrich\b/giu, 'underscore'],
    [/\b(?:binde|mittel)strich\b/giu, 'dash'],
    [/\bpluszeichen\b/giu, 'plus'],
    [/\b(?:doppelt?e?[ -]?|zweimal (?:die )?)(\p{L}+)/giu, '$1 $1'],
    [/\bdreimal (?:die )?(\p{L}+)/giu, '$1 $1 $1'],
    [/(?<!\p{L})(\p{L}) wie \p{L}+/giu, '$1'],
    [
      /,? ?\b(?:alles )?(?:zusammen(?:geschrieben)?|kleingeschrieben|klein geschrieben|ohne leerzeichen|ein wort)\b,?/giu,
      '',
    ],
  ],

  // "ät" folds to "at"; English has that word already.
  at: words('at aet et'),
  atSign: words('klammeraffe klammeraffen'),
  dot: words('punkt'),
  marks: {strich: '-', minus: '-'},
  letters: {ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss'},
  letterWords: words('-'),

  numbers: numbers(),
  joins: joinsTens,
  plus: words('plus'),

  equals: words('ist lautet ware'),
  leadIns: words(
    'ist lautet ware emailadresse adresse an unter mailadresse mail auf nehmen notieren mit die',
  ),
  fillers: words(
    'meine mein mich mir ich die das der den dem ein eine und oder ja nein gerne bitte danke also ah ahm hm okay sie du konnen kannst schreiben schreib schreibt schicken schickt senden sendet erreichen erreicht es hier zu von wohl hallo einfach doch aber entschuldigung sorry moment natuerlich naturlich',
  ),
  places: words(''),
  articles: words('der die das mein meine unser unsere'),
  corrections: words('nein sorry entschuldigung korrektur moment quatsch falsch vielmehr'),
  emailHints: words(
    'emailadresse mailadresse mail adresse schreiben schreibt schreib schicken schickt senden erreichen erreicht kontaktieren',
  ),

  number: words('nummer nr'),
  phoneHints: {has: word => PHONE_HINT.test(word)},
  otherNumbers: {has: word => OTHER_NUMBER.test(word)},
  units: words(
    'euro euros dollar franken cent kunden nutzer personen leute stuck millionen tausend kilometer km meter jahre tage stunden minuten sekunden uhr besucher mitarbeiter einwohner',
  ),
  pauses: words('ah ahm dann und leerzeichen strich'),
});
