import {besideEnglish} from '../beside-english.js';
import {joinsTens, numbersTo99, words} from '../language.js';

const HUNDREDS =
  'ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos';

/** Spanish of Spain and of the Americas. */
export const SPANISH = besideEnglish({
  asks: {
    email: /\be-? ?mails?\b|\bcorreos?\b/,
    phone:
      /\btelefono\b|\bmovil\b|\bcelular\b|\bwhatsapp\b|\bnumero\b.*\b(?:llam|contact|localiz|marc|ubic)\w*/,
    name: /\bnombre\b|\bcomo (?:te llamas|se llama|(?:te|le|la|lo) puedo llamar|(?:te|le|la|lo) llamo)\b|\bcon quien (?:tengo|hablo|estoy hablando)\b/,
  },
  asksNot:
    /\b(?:app|aplicacion|version|pagina|web|dispositivo) movil\b|\bcorreo (?:postal|no deseado|basura)\b|\bnombre (?:de (?:usuario|dominio)|del?\b(?! (?:contacto|pila))|comercial)|\bsoporte por telefono\b/g,
  abbreviations: words('ej p.ej sr sra srta dr dra ud uds etc av tel num'),
  phrases: [
    [/\bgui[oó]n bajo\b|\bbarra baja\b|\bsubrayado\b/giu, 'underscore'],
    [/\bgui[oó]n(?: medio)?\b/giu, 'dash'],
    [/\bsigno (?:de )?m[aá]s\b/giu, 'plus'],
    [/\buve doble\b|\bdoble (?:u|ve|uve)\b/giu, 'w'],
    [/\bdoble (\p{L}+)/giu, '$1 $1'],
    [/\btriple (\p{L}+)/giu, '$1 $1 $1'],
    [/\b([b-df-hj-np-xz]) de \p{L}+/giu, '$1'],
    [/,? ?\b(?:todo (?:junto|seguido)|en min[uú]sculas?|sin espacios|una sola palabra)\b,?/giu, ''],
  ],

  atSign: words('arroba arrova'),
  dot: words('punto'),
  marks: {menos: '-'},
  letterWords: words('a e o u y'),

  numbers: {
    ...numbersTo99(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    ),
    ...Object.fromEntries(
      'veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
        .split(' ')
        .map((word, index) => [word, `${index + 21}`]),
    ),
    ...Object.fromEntries(HUNDREDS.split(' ').map((word, index) => [word, `${index + 1}00`])),
    cien: '100',
  },
  joins: (first, second) =>
    joinsTens(first, second) || (first > 99 && first % 100 === 0 && second > 0 && second < 100),
  and: words('y'),
  zeros: {mil: '000'},
  plus: words('mas'),

  equals: words('es seria son'),
  leadIns: words(
    'es seria son correo electronico direccion mail a al en con arroba pon ponga usa use anota apunta apunte',
  ),
  fillers: words(
    'mi mis me el la los las lo un una de del que si no por favor claro vale bueno gracias pues eh este hola ok puede puedes escribe escribeme escribirme escribame escriba enviar envia enviame enviamelo envielo enviarme manda mandame mandamelo mandar contacta contactame contactarme te se le doy y o para aqui esta ya perdon',
  ),
  places: words(''),
  articles: words('el la los las mi su nuestro nuestra'),
  corrections: words('perdon no digo mejor corrijo espera quise'),
  emailHints: words(
    'correo correos electronico direccion escribir escribirme escribeme escribame escriba enviar envieme enviame mandame mandeme contactar contacto',
  ),

  number: words('numero nro'),
  phoneHints: words(
    'telefono tel tfno movil celular fijo llamar llamame llameme llamen llamarme llamada llama whatsapp guasap contactarme contactame localizarme',
  ),
  otherNumbers: words(
    'pedido orden compra factura recibo ticket tiquet cliente cuenta referencia seguimiento envio paquete reserva serie modelo contrato expediente caso incidencia poliza socio dni nif nie cif rfc curp rut pasaporte iban tarjeta codigo cp postal pin version ip fecha isbn iva siniestro albaran cupon vuelo',
  ),
  units: words(
    'euros euro dolares pesos soles centimos libras usuarios personas clientes unidades millones mil kilometros km metros anos dias horas minutos segundos visitas empleados habitantes',
  ),
  pauses: words('eh este luego despues espacio guion'),
});
