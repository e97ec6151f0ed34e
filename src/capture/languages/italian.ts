import {besideEnglish} from '../beside-english.js';
import {joinsTens, words} from '../language.js';

const SMALL =
  'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'.split(
    ' ',
  );
const TENS = 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta'.split(' ');

/** Italian says numbers to 999 as one word: ventuno, trecentoquarantasette. */
function numbers(): Record<string, string> {
  const below100 = Array.from({length: 100}, (_, value) => {
    if (value < 20) return SMALL[value];
    const [tens, unit] = [TENS[Math.floor(value / 10) - 2], value % 10];
    // A vowel is dropped before uno and otto.
    return (unit === 1 || unit === 8 ? tens.slice(0, -1) : tens) + (unit ? SMALL[unit] : '');
  });
  const all: Record<string, string> = {};
  below100.forEach((word, rest) => {
    all[word] = `${rest}`;
    for (let hundred = 1; hundred < 10; hundred++) {
      const cento = `${hundred > 1 ? SMALL[hundred] : ''}cento`;
      all[cento + (rest ? word : '')] = `${hundred * 100 + rest}`;
    }
  });
  return all;
}

/** Italian. */
export const ITALIAN = besideEnglish({
  asks: {
    email: /\be-? ?mail\b|\bmail\b|\bposta elettronica\b/,
    phone:
      /\btelefon(?:o|ico)\b|\bcellulare\b|\bwhatsapp\b|\brecapito\b|\bnumero\b.*\b(?:chiam|richiam|contatt|ricontatt|raggiung)\w*/,
    name: /\b(?:cog)?nome\b|\bcome (?:si chiama|ti chiami|(?:posso|devo) chiamar(?:la|ti))\b|\bcon chi (?:parlo|sto parlando|ho il piacere)\b/,
  },
  asksNot:
    /\b(?:app|versione|sito|pagina) (?:mobile|per cellulare)\b|\bnome (?:utente|commerciale|host|del?|dell[ao]?|dei|degli|delle|di)\b(?! battesimo)|\bassistenza per telefono\b/g,
  abbreviations: words('es p.es sig sigg dott dr ecc tel pag n'),
  phrases: [
    [/(?<!\p{L})(?:dell|all|nell|sull|dall|quell|[ldcmnstv]|un)'(?=\p{L})/giu, ''],
    [/\b(?:trattino basso|underscore|sottolineatura)\b/giu, 'underscore'],
    [/\btrattino(?: medio)?\b|\blineetta\b/giu, 'dash'],
    [/\bsegno pi[uù](?!\p{L})/giu, 'plus'],
    [/\bdoppi[oa] (?:vu|v)\b|\bvu doppia\b/giu, 'w'],
    [/\bdoppi[oa] (\p{L}+)/giu, '$1 $1'],
    [/\btripl[oa] (\p{L}+)/giu, '$1 $1 $1'],
    [/(?<!\p{L})(\p{L}) come \p{L}+/giu, '$1'],
    [/,? ?\b(?:tutto (?:attaccato|unito)|in? minuscolo|senza spazi)\b,?/giu, ''],
  ],

  at: words('at et'),
  atSign: words('chiocciola chiocciolina'),
  dot: words('punto'),
  marks: {meno: '-'},
  letterWords: words('a e o i'),

  numbers: numbers(),
  joins: joinsTens,
  and: words('e'),
  zeros: {mila: '000'},
  plus: words('piu'),

  equals: words('e sarebbe sono'),
  leadIns: words(
    'e sarebbe sono email mail indirizzo posta elettronica a al con su usi usa scriva segni',
  ),
  fillers: words(
    'mio mia miei mi il la lo gli le un una uno di del della che si no per favore piacere certo bene grazie allora ehm eh ciao ok puo puoi scrivermi scrivere scrivi inviare invii invia inviarmi mandare mandi manda mandarmi contattarmi contatti ti o qui ecco scusi scusa tutto',
  ),
  places: words(''),
  articles: words('il la lo i gli le mio mia nostro nostra suo sua'),
  corrections: words('scusi scusa no anzi correzione aspetti pardon sbagliato'),
  emailHints: words(
    'mail indirizzo posta elettronica scrivermi scrivere scrivi scriva inviare invii invia inviarmi mandarmi mandi manda contattarmi',
  ),

  number: words('numero'),
  phoneHints: words(
    'telefono tel cellulare fisso chiamare chiami chiama chiamatemi chiamarmi chiamami richiamare richiami richiamarmi whatsapp contattarmi recapito telefonico raggiungermi',
  ),
  otherNumbers: words(
    'ordine ordini fattura scontrino cliente conto riferimento tracciamento tracking spedizione pacco prenotazione biglietto serie modello contratto pratica polizza socio fiscale iva partita passaporte carta iban codice cap postale pin versione ip data isbn volo targa protocollo ddt',
  ),
  units: words(
    'euro dollari centesimi sterline franchi utenti persone clienti unita milioni mila chilometri km metri anni giorni ore minuti secondi visite dipendenti abitanti',
  ),
  pauses: words('ehm poi spazio dash'),
});
