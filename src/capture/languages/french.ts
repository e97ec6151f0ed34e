import {besideEnglish} from '../beside-english.js';
import {joinsTens, numbersTo99, words} from '../language.js';

/** French, with the numbers of France, Belgium and Switzerland. */
export const FRENCH = besideEnglish({
  asks: {
    email: /\be-? ?mails?\b|\bmails?\b|\bcourriels?\b|\badresse electronique\b/,
    phone:
      /\btelephone\b|\bportable\b|\bmobile\b|\bwhatsapp\b|\bnumero\b.*\b(?:joindre|appeler|rappeler|contacter|appelle|rappelle)\b/,
    name: /\b(?:pre)?noms?\b|\bcomment (?:vous appelez|t'appelles|tu t'appelles|puis-je vous appeler|dois-je vous appeler)\b|\ba qui ai-je\b|\bqui est a l'appareil\b|\bavec qui (?:ai-je|est-ce que)\b/,
  },
  asksNot:
    /\b(?:application|appli|version|site|ordinateur|pc|abonnement|forfait) (?:mobile|portable)\b|\bnom (?:d'utilisateur|d'hote|commercial|d[eu]s?\b(?! famille))|\bassistance par telephone\b|\bmails? (?:marketing|commerciaux)\b/g,
  abbreviations: words('m mm mme mlle dr etc ex p.ex tel env av'),
  phrases: [
    [/(?<!\p{L})(?:[ldjmnstc]|qu)'(?=\p{L})/giu, ''],
    [/(?<=\p{L})-(et)-(?=\p{L})/giu, ' $1 '],
    [/\bquatre[ -]vingts?\b/giu, 'huitante'],
    [/(?<!\p{L})[aà] commercial\b/giu, 'arobase'],
    [/\btiret (?:du )?bas\b|\bsoulign[eé](?!\p{L})/giu, 'underscore'],
    [/\btrait d'union\b|\btrait union\b/giu, 'tiret'],
    [/\bdouble v[eé]?(?!\p{L})/giu, 'w'],
    [/\bdouble (\p{L}+)/giu, '$1 $1'],
    [/\btriple (\p{L}+)/giu, '$1 $1 $1'],
    [/(?<!\p{L})(\p{L}) comme \p{L}+/giu, '$1'],
    [
      /,? ?\b(?:tout (?:attach[eé]|coll[eé])|en minuscules?|sans espaces?|en un seul mot)(?!\p{L}),?/giu,
      '',
    ],
  ],

  atSign: words('arobase arobas arrobase arobaze'),
  dot: words('point'),
  marks: {tiret: '-', moins: '-'},
  letterWords: words('a y'),

  numbers: {
    ...numbersTo99(
      'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt trente quarante cinquante soixante septante huitante nonante',
    ),
    une: '1',
    octante: '80',
  },
  // Soixante-dix, quatre-vingt-onze, dix-sept.
  joins: (first, second) =>
    joinsTens(first, second) ||
    ((first === 60 || first === 80) && second > 9 && second < 20) ||
    (first === 10 && second > 6 && second < 10),
  and: words('et'),
  zeros: {cent: '00', cents: '00', mille: '000'},
  plus: words('plus'),

  equals: words('est sera'),
  leadIns: words(
    'est sera adresse mail courriel electronique a au avec sur utilisez notez mettez c voici',
  ),
  fillers: words(
    'mon ma mes moi me le la les un une de du des que oui non ok alors bien merci donc euh ben voila ce ca bonjour stp svp s il vous plait te plait pouvez peux peut ecrire ecrivez ecris envoyer envoyez envoie contacter contactez joindre et ou pour ici pardon',
  ),
  places: words(''),
  articles: words('le la les mon ma notre votre'),
  corrections: words('pardon non plutot desole rectification attendez erreur'),
  emailHints: words(
    'mail mails courriel adresse ecrire ecrivez ecris envoyer envoyez envoie contacter contactez joindre',
  ),

  number: words('numero no'),
  phoneHints: words(
    'telephone tel portable mobile fixe appeler appelez appelle appelle rappeler rappelez rappelle joindre joignable whatsapp contacter ligne',
  ),
  otherNumbers: words(
    'commande facture client compte reference suivi colis reservation billet dossier serie modele contrat secu securite sociale siret siren tva passeport iban carte code postal pin version ip date isbn police sinistre devis ticket adherent vol cheque permis',
  ),
  units: words(
    'euros euro dollars francs centimes livres utilisateurs personnes clients unites millions mille kilometres km metres ans jours heures minutes secondes visites employes habitants',
  ),
  pauses: words('euh puis ensuite espace tiret'),
});
