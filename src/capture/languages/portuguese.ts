import {besideEnglish} from '../beside-english.js';
import {joinsTens, numbersTo99, words} from '../language.js';

const HUNDREDS =
  'cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos';

/** Portuguese of Brazil and of Portugal. */
export const PORTUGUESE = besideEnglish({
  asks: {
    email: /\be-? ?mails?\b|\bcorreio ele(?:c)?tronico\b/,
    phone:
      /\btelefone\b|\btelemovel\b|\bcelular\b|\bwhatsapp\b|\bnumero\b.*\b(?:lig|contact|contat|falar|cham)\w*/,
    name: /\bnome\b|\bcomo (?:voce |o senhor |a senhora )?(?:se chama|te chamas)\b|\b(?:posso|devo) (?:te |lhe )?chamar|\bcom quem (?:eu |estou |tenho |falo)/,
  },
  asksNot:
    /\b(?:aplicativo|aplicacao|app|versao|site|pagina) (?:movel|mobile|de celular)\b|\bnome (?:de (?:usuario|utilizador|dominio)|comercial|d[aeo]s?\b)|\bsuporte por telefone\b/g,
  abbreviations: words('ex p.ex sr sra dr dra exmo etc av tel num'),
  phrases: [
    [/\b(?:underline|underscore|sublinhado|tra[cç]o (?:em)?baixo|barra baixa)\b/giu, 'underscore'],
    [/\bh[ií]fen\b|\btra[cç]o\b/giu, 'dash'],
    [/\bsinal de mais\b/giu, 'plus'],
    [/\bduplo v[eê]?(?!\p{L})|\bd[aá]blio\b/giu, 'w'],
    [/\bdupl[oa] (\p{L}+)/giu, '$1 $1'],
    [/\btripl[oa] (\p{L}+)/giu, '$1 $1 $1'],
    [/\b([b-df-hj-np-xz]) de \p{L}+/giu, '$1'],
    [/,? ?\b(?:tudo (?:junto|pegado)|em? min[uú]sculas?|minúsculo|sem espa[cç]os?)\b,?/giu, ''],
  ],

  atSign: words('arroba arrouba'),
  dot: words('ponto'),
  marks: {menos: '-'},
  letterWords: words('a e o'),

  numbers: {
    ...numbersTo99(
      'zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    ),
    ...Object.fromEntries(HUNDREDS.split(' ').map((word, index) => [word, `${index + 1}00`])),
    ...{duas: '2', meia: '6', catorze: '14', dezasseis: '16', dezassete: '17', dezanove: '19'},
    cem: '100',
  },
  joins: (first, second) =>
    joinsTens(first, second) || (first > 99 && first % 100 === 0 && second > 0 && second < 100),
  and: words('e'),
  zeros: {mil: '000'},
  plus: words('mais'),

  equals: words('e seria sao'),
  leadIns: words(
    'e seria sao email mail correio eletronico electronico endereco para no na em com anota anote use usa',
  ),
  fillers: words(
    'o a os as um uma meu minha meus me de do da que sim nao por favor claro bom obrigado obrigada pois eh ola ok pode podes escrever escreva escreve enviar envia envie mandar manda mande contatar contactar contato contacto te lhe se ou aqui esta desculpe desculpa tudo bem ai',
  ),
  places: words(''),
  articles: words('o a os as meu minha nosso nossa seu sua'),
  corrections: words('desculpe desculpa nao digo melhor corrigindo espera perdao alias'),
  emailHints: words(
    'correio endereco escrever escreva escreve enviar envie envia mandar mande manda contatar contactar contato contacto',
  ),

  number: words('numero nro'),
  phoneHints: words(
    'telefone tel telemovel celular fixo fone ligar liga ligue ligam liguem chamar chame chama whatsapp zap contatar contactar ramal',
  ),
  otherNumbers: words(
    'pedido encomenda compra fatura factura nota recibo cliente conta referencia rastreio rastreamento envio pacote reserva serie modelo contrato processo caso apolice socio cpf cnpj rg nif nib niss bi passaporte iban cartao codigo cep postal pin versao ip data isbn iva protocolo bilhete voo boleto',
  ),
  units: words(
    'euros euro reais dolares centavos centimos libras usuarios utilizadores pessoas clientes unidades milhoes mil quilometros km metros anos dias horas minutos segundos visitas funcionarios habitantes',
  ),
  pauses: words('eh depois ai entao espaco dash'),
});
