/** An utterance, its locale, and what it gives as `kind value`; null: nothing. */
export type HeldOutRow = readonly [locale: string, utterance: string, expected: string | null];

/**
 * Written after the rules and before they were tried on it, in the manner of people at a telephone
 * and of people who type. Rules are not fitted to it: see docs/decisions.
 */
export const HELD_OUT: readonly HeldOutRow[] = [
  [
    'en-US',
    'yeah sure, my email address is bob.miller at outlook dot com',
    'email bob.miller@outlook.com',
  ],
  ['en-US', "you can email me, it's k t l at mit dot edu", 'email ktl@mit.edu'],
  [
    'en-GB',
    'it would be sarah hyphen jones at btinternet dot com',
    'email sarah-jones@btinternet.com',
  ],
  ['en-US', 'mike seventy-two at yahoo dot com', 'email mike72@yahoo.com'],
  ['en-GB', 'oh seven seven double oh nine hundred one two three', 'phone +447700900123'],
  [
    'en-US',
    'call me back at two oh two, five five five, zero one four three',
    'phone +12025550143',
  ],
  ['en-AU', 'my mobile is 0491 570 156', 'phone +61491570156'],
  ['en-IN', '98765 43210 is my number', 'phone +919876543210'],
  ['en-CA', '(604) 555-0123 ext. 4', 'phone +16045550123'],
  ['en-US', 'the total came to $1,234,567.89', null],
  ['en-US', 'tracking number 9400 1000 0000 0000 0000 00', null],
  ['en-US', 'I looked at your dot org page yesterday', null],
  ['en-GB', 'my booking reference is 20260417 and the flight is BA2490', null],
  ['en-US', 'we need 250 units by 12/01/2026', null],
  ['en-US', 'git clone git@github.com:acme/site.git fails', null],
  ['en-US', 'postgres://admin:secret@db.example.com:5432/app', null],

  [
    'es-ES',
    'apunta: lucia punto martin arroba telefonica punto net',
    'email lucia.martin@telefonica.net',
  ],
  [
    'es-MX',
    'mi correo es roberto guion bajo diaz arroba prodigy punto net punto mx',
    'email roberto_diaz@prodigy.net.mx',
  ],
  ['es-AR', 'mandámelo a sofi veintitrés arroba gmail punto com', 'email sofi23@gmail.com'],
  ['es-ES', 'te dejo mi email, nuria.soler@uab.cat', 'email nuria.soler@uab.cat'],
  [
    'es-ES',
    'seiscientos cincuenta y cuatro, treinta y dos, diez, noventa y ocho',
    'phone +34654321098',
  ],
  [
    'es-ES',
    'me puedes llamar al nueve tres cuatro, cinco seis siete, ocho nueve cero',
    'phone +34934567890',
  ],
  ['es-MX', 'mi whatsapp es el 33 1234 5678', 'phone +523312345678'],
  ['es-CL', '+56 9 8765 4321', 'phone +56987654321'],
  ['es-ES', 'el presupuesto 2026-00045678 está mal', null],
  ['es-ES', 'la dirección es calle Mayor 12, 28013 Madrid', null],
  ['es-ES', 'quedamos a las 17:30 del 3-12-2026', null],
  ['es-MX', 'cuesta 12,499.00 pesos más IVA', null],

  ['fr-FR', 'oui alors c’est camille point roux arobase sfr point fr', 'email camille.roux@sfr.fr'],
  [
    'fr-FR',
    'vous pouvez m’écrire à thomas tiret petit arobase gmail point com',
    'email thomas-petit@gmail.com',
  ],
  [
    'fr-CA',
    'mon courriel est julie soixante-quinze arobase videotron point ca',
    'email julie75@videotron.ca',
  ],
  ['fr-CH', 'luc.favre@bluewin.ch, merci', 'email luc.favre@bluewin.ch'],
  [
    'fr-FR',
    'zéro six, quatre-vingt-deux, soixante et un, dix-sept, quarante',
    'phone +33682611740',
  ],
  ['fr-FR', 'c’est le zéro quatre soixante-douze zéro zéro onze vingt-deux', 'phone +33472001122'],
  ['fr-BE', 'mon gsm c’est le 0470 12 34 56', 'phone +32470123456'],
  ['fr-CH', 'appelez-moi au 022 345 67 89', 'phone +41223456789'],
  ['fr-FR', 'la référence du colis est le 6A 123 456 789 01', null],
  ['fr-FR', 'on a payé 2 499 999 € l’an dernier', null],
  ['fr-FR', 'le SIRET est 732 829 320 00074', null],
  ['fr-FR', 'rendez-vous le 3 décembre 2026 à 14h', null],

  [
    'de-DE',
    'gerne, das ist julia punkt weber at t minus online punkt de',
    'email julia.weber@t-online.de',
  ],
  ['de-DE', 'schreiben Sie bitte an f punkt kruger at posteo punkt de', 'email f.kruger@posteo.de'],
  ['de-AT', 'mia siebenundachtzig at aon punkt at', 'email mia87@aon.at'],
  ['de-CH', 'Meine Mail: reto_huber@sunrise.ch', 'email reto_huber@sunrise.ch'],
  [
    'de-DE',
    'null eins sieben sechs, zweiundvierzig, null acht, fünfzehn, elf',
    'phone +4917642081511',
  ],
  [
    'de-DE',
    'Sie können mich unter null vier null, sechs sechs, sieben sieben, acht acht erreichen',
    'phone +4940667788',
  ],
  ['de-AT', 'ruf mich an: +43 660 1234567', 'phone +436601234567'],
  ['de-CH', 'meine Natelnummer ist 078 765 43 21', 'phone +41787654321'],
  ['de-DE', 'Auftrag 2026-104455 vom 03.12.2026', null],
  ['de-DE', 'die Zählernummer lautet 1 234 567 8', null],
  ['de-DE', 'wir zahlen 1.250.000 Euro Miete', null],
  ['de-DE', 'ich bin um 17 Uhr 30 zu Hause', null],

  [
    'pt-BR',
    'anota aí: fernanda ponto lima arroba gmail ponto com',
    'email fernanda.lima@gmail.com',
  ],
  ['pt-PT', 'é o rui sublinhado santos arroba sapo ponto pt', 'email rui_santos@sapo.pt'],
  [
    'pt-BR',
    'meu e-mail é thiago oitenta e oito arroba outlook ponto com',
    'email thiago88@outlook.com',
  ],
  ['pt-PT', 'pode mandar para ines.costa@netcabo.pt', 'email ines.costa@netcabo.pt'],
  [
    'pt-BR',
    'vinte e um, nove nove oito, sete seis, cinco quatro, três dois',
    'phone +5521998765432',
  ],
  ['pt-BR', 'me liga no (31) 99123-4567', 'phone +5531991234567'],
  [
    'pt-PT',
    'o meu telemóvel é noventa e três, um dois três, quatro cinco seis, sete',
    'phone +351931234567',
  ],
  ['pt-PT', '21 123 45 67', 'phone +351211234567'],
  ['pt-BR', 'paguei R$ 2.500.000 no total', null],
  ['pt-BR', 'o CNPJ é 12.345.678/0001-95', null],
  ['pt-PT', 'a encomenda 1002003004 ainda não chegou', null],
  ['pt-BR', 'moro no 1234, apartamento 56, CEP 04567-000', null],

  [
    'it-IT',
    'certo, è francesca punto ricci chiocciola alice punto it',
    'email francesca.ricci@alice.it',
  ],
  [
    'it-IT',
    'la mia email è davide trattino basso neri chiocciola gmail punto com',
    'email davide_neri@gmail.com',
  ],
  ['it-IT', 'mi scriva a elena novantuno chiocciola tiscali punto it', 'email elena91@tiscali.it'],
  ['it-CH', 'sara.bernasconi@ticino.com va bene', 'email sara.bernasconi@ticino.com'],
  [
    'it-IT',
    'tre tre otto, quarantacinque, sessantasette, ottantanove, zero',
    'phone +393384567890',
  ],
  ['it-IT', 'zero due, quarantotto, novantanove, uno due tre', 'phone +39024899123'],
  ['it-IT', 'il mio cell è 320 765 4321', 'phone +393207654321'],
  ['it-CH', 'mi trova allo 091 234 56 78', 'phone +41912345678'],
  ['it-IT', 'il codice fiscale è RSSMRA85M01H501Z', null],
  ['it-IT', 'la pratica 202600456789 è ferma', null],
  ['it-IT', 'vale 1.500.000 euro', null],
  ['it-IT', 'ci vediamo il 3 dicembre 2026 alle 17', null],
];
