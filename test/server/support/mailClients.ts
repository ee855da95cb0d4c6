/** The mail that is answered, and its sender. */
export const own = {
  addresses: ['reply+00112233445566778899aabbccddeeff@in.acme.example', 'help@acme.example'],
  name: 'Acme',
  number: 'PM-1042',
};
export const us = `Acme <${own.addresses[0]}>`;
export const subject = '[PM-1042] Warm-up stops';
export const quoted =
  'Hi Ada,\n\nyour request has reached us.\n\nYou wrote:\nIt stopped.\n\nAcme Support';
const signed = (text: string) => text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');

/** The attribution line of Gmail, which can be wrapped. */
const gmail = {
  en: `On Fri, Nov 27, 2026 at 10:00 AM ${us} wrote:`,
  es: `El vie, 27 nov 2026 a las 10:00, Acme (<${own.addresses[0]}>) escribió:`,
  de: `Am Fr., 27. Nov. 2026 um 10:00 Uhr schrieb Acme <\n${own.addresses[0]}>:`,
  fr: `Le ven. 27 nov. 2026 à 10:00, ${us} a écrit :`,
  it: `Il giorno ven 27 nov 2026 alle ore 10:00 ${us} ha scritto:`,
  pt: `${us} escreveu (sexta, 27/11/2026 à(s) 10:00):`,
  nl: `Op vr 27 nov 2026 om 10:00 schreef ${us}:`,
  sv: `Den fre 27 nov. 2026 kl 10:00 skrev ${us}:`,
  da: `Den fre. 27. nov. 2026 kl. 10.00 skrev ${us}:`,
  pl: `pt., 27 lis 2026 o 10:00 ${us} napisał(a):`,
  ja: `2026年11月27日(金) 10:00 ${us}:`,
  zh: `${us} 于2026年11月27日周五 10:00写道：`,
  ko: `2026년 11월 27일 (금) 오전 10:00, ${us}님이 작성:`,
  ru: `пт, 27 нояб. 2026 г. в 10:00, ${us}:`,
  tr: `${us}, 27 Kas 2026 Cum, 10:00 tarihinde\nşunu yazdı:`,
};
export type MailLanguage = keyof typeof gmail;

const apple: Record<MailLanguage, string> = {
  en: `On Nov 27, 2026, at 10:00 AM, ${us} wrote:`,
  es: `El 27 nov 2026, a las 10:00, ${us} escribió:`,
  de: `Am 27.11.2026 um 10:00 schrieb ${us}:`,
  fr: `Le 27 nov. 2026 à 10:00, ${us} a écrit :`,
  it: `Il giorno 27 nov 2026, alle ore 10:00, ${us} ha scritto:`,
  pt: `No dia 27/11/2026, às 10:00, ${us} escreveu:`,
  nl: `Op 27 nov 2026 om 10:00 heeft ${us} het volgende geschreven:`,
  sv: `27 nov. 2026 kl. 10:00 skrev ${us}:`,
  da: `Den 27. nov. 2026 kl. 10.00 skrev ${us}:`,
  pl: `Wiadomość napisana przez ${us} w dniu 27 lis 2026, o godz. 10:00:`,
  ja: `2026/11/27 10:00、${us}のメール:`,
  zh: `2026年11月27日 10:00，${us} 写道：`,
  ko: `2026. 11. 27. 오전 10:00, ${us} 작성:`,
  ru: `27 нояб. 2026 г., в 10:00, ${us} написал(а):`,
  tr: `${us} şunları yazdı (27 Kas 2026 10:00):`,
};

/** Yahoo writes days, seconds and time zones. */
const yahoo: Record<MailLanguage, string> = {
  en: `On Friday, November 27, 2026 at 10:00:00 AM GMT+1, ${us} wrote:`,
  es: `El viernes, 27 de noviembre de 2026, 10:00:00 CET, ${us} escribió:`,
  de: `Am Freitag, 27. November 2026 um 10:00:00 MEZ hat ${us} Folgendes geschrieben:`,
  fr: `Le vendredi 27 novembre 2026 à 10:00:00 UTC+1, ${us} a écrit :`,
  it: `Il venerdì 27 novembre 2026 alle ore 10:00:00 CET, ${us} ha scritto:`,
  pt: `Em sexta-feira, 27 de novembro de 2026 10:00:00 GMT-3, ${us} escreveu:`,
  nl: `Op vrijdag 27 november 2026 om 10:00:00 CET schreef ${us}:`,
  sv: `Den fredag 27 november 2026 10:00:00 CET, ${us} skrev:`,
  da: `Den fredag den 27. november 2026 10.00.00 CET skrev ${us}:`,
  pl: `W dniu piątek, 27 listopada 2026 10:00:00 CET ${us} napisał(-a):`,
  ja: `2026年11月27日金曜日 10:00:00 JST、${us}さんが書きました:`,
  zh: `在 2026年11月27日 星期五 10:00:00 [GMT+8]， ${us} 写道：`,
  ko: `2026년 11월 27일 금요일 오전 10:00:00 GMT+9에 ${us}님이 작성:`,
  ru: `В пятница, 27 ноября 2026 г. в 10:00:00 GMT+3, ${us} написал(а):`,
  tr: `27 Kasım 2026 Cuma 10:00:00 GMT+3 tarihinde ${us} şunu yazdı:`,
};

/** Proton translates the sentence, and takes the date from the system. */
const proton: Record<MailLanguage, string> = {
  ...yahoo,
  en: `On Friday, November 27th, 2026 at 10:00 AM, ${us} wrote:`,
  de: `Am Freitag, 27. November 2026 um 10:00, ${us} schrieb:`,
  fr: `Le vendredi 27 novembre 2026 à 10:00, ${us} a écrit :`,
  es: `El viernes, 27 de noviembre de 2026 a las 10:00, ${us} escribió:`,
};

/** Thunderbird names the sender without an address. */
const thunderbird: Record<MailLanguage, string> = {
  en: 'On 11/27/26 10:00, Acme wrote:',
  es: 'El 27/11/26 a las 10:00, Acme escribió:',
  de: 'Am 27.11.26 um 10:00 schrieb Acme:',
  fr: 'Le 27/11/2026 à 10:00, Acme a écrit :',
  it: 'Il 27/11/26 10:00, Acme ha scritto:',
  pt: 'Em 27/11/2026 10:00, Acme escreveu:',
  nl: 'Op 27-11-2026 om 10:00 schreef Acme:',
  sv: 'Den 2026-11-27 kl. 10:00, skrev Acme:',
  da: 'Den 27.11.2026 kl. 10.00 skrev Acme:',
  pl: 'W dniu 27.11.2026 o 10:00, Acme pisze:',
  ja: 'On 2026/11/27 10:00, Acme wrote:',
  zh: '在 2026/11/27 10:00, Acme 写道:',
  ko: '26. 11. 27. 10:00에 Acme 이(가) 쓴 글:',
  ru: '27.11.2026 10:00, Acme пишет:',
  tr: '27.11.2026 10:00 tarihinde Acme yazdı:',
};

/**
 * The fields from, sent, to and subject as Outlook, Samsung and GMX copy them, and the separator if
 * there is one.
 */
const labels: Record<MailLanguage, [string, string, string, string, string]> = {
  en: ['From', 'Sent', 'To', 'Subject', 'Original Message'],
  es: ['De', 'Enviado', 'Para', 'Asunto', 'Mensaje original'],
  de: ['Von', 'Gesendet', 'An', 'Betreff', 'Ursprüngliche Nachricht'],
  fr: ['De', 'Envoyé', 'À', 'Objet', 'Message d’origine'],
  it: ['Da', 'Inviato', 'A', 'Oggetto', 'Messaggio originale'],
  pt: ['De', 'Enviado', 'Para', 'Assunto', 'Mensagem original'],
  nl: ['Van', 'Verzonden', 'Aan', 'Onderwerp', 'Oorspronkelijk bericht'],
  sv: ['Från', 'Skickat', 'Till', 'Ämne', 'Ursprungligt meddelande'],
  da: ['Fra', 'Sendt', 'Til', 'Emne', 'Oprindelig meddelelse'],
  pl: ['Od', 'Wysłano', 'Do', 'Temat', 'Wiadomość oryginalna'],
  ja: ['差出人', '送信日時', '宛先', '件名', '元のメッセージ'],
  zh: ['发件人', '发送时间', '收件人', '主题', '邮件原件'],
  ko: ['보낸 사람', '보낸 날짜', '받는 사람', '제목', '원본 메시지'],
  ru: ['От', 'Отправлено', 'Кому', 'Тема', 'Исходное сообщение'],
  tr: ['Kimden', 'Gönderildi', 'Kime', 'Konu', 'Özgün İleti'],
};

/** Lines that phones append. */
const devices: Record<MailLanguage, string> = {
  en: 'Sent from my iPhone',
  es: 'Enviado desde mi iPhone',
  de: 'Von meinem iPhone gesendet',
  fr: 'Envoyé de mon iPhone',
  it: 'Inviato da iPhone',
  pt: 'Enviado do meu iPhone',
  nl: 'Verstuurd vanaf mijn iPhone',
  sv: 'Skickat från min iPhone',
  da: 'Sendt fra min iPhone',
  pl: 'Wysłane z iPhone’a',
  ja: 'iPhoneから送信',
  zh: '发自我的iPhone',
  ko: '나의 iPhone에서 보냄',
  ru: 'Отправлено с iPhone',
  tr: "iPhone'umdan gönderildi",
};

const head = (language: MailLanguage, from: string, bold = (label: string) => `${label}: `) => {
  const [who, when, to, what] = labels[language];
  return [
    bold(who) + from,
    `${bold(when)}27.11.2026 10:00`,
    `${bold(to)}Ada Lovelace`,
    bold(what) + subject,
  ].join('\n');
};
const line = '________________________________';

/** Lines that each program adds below a reply, by language. */
export const clients: Record<string, (language: MailLanguage, quote?: string) => string> = {
  gmail: (language, quote = quoted) => `${gmail[language]}\n\n${signed(quote)}`,
  'outlook for windows': (language, quote = quoted) => `${head(language, us)}\n\n${quote}`,
  'outlook without an address': (language, quote = quoted) =>
    `${head(language, 'Acme')}\n\n${quote}`,
  'older outlook': (language, quote = quoted) =>
    `-----${labels[language][4]}-----\n${head(language, us)}\n\n${quote}`,
  'outlook for mac': (language, quote = quoted) =>
    `${head(language, us, (label) => `*${label}: *`)}\n\n${quote}`,
  'outlook on the web': (language, quote = quoted) => `${line}\n${head(language, us)}\n\n${quote}`,
  'outlook for ios': (language, quote = quoted) =>
    `Get Outlook for iOS<https://aka.ms/o0ukef>\n${line}\n${head(language, us)}\n\n${quote}`,
  'apple mail': (language, quote = quoted) => `${apple[language]}\n\n${signed(quote)}`,
  iphone: (language, quote = quoted) =>
    `${devices[language]}\n\n> ${apple[language].replaceAll('\n', '\n> ')}\n> \n${signed(quote)}`,
  thunderbird: (language, quote = quoted) => `${thunderbird[language]}\n${signed(quote)}`,
  yahoo: (language, quote = quoted) =>
    `    ${gmail[language]}  \n \n ${quote.replaceAll('\n', '\n ')}  `,
  gmx: (language, quote = quoted) => {
    const [who, when, to, what] = labels[language];
    return `${when}: 27. 11. 2026 10:00\n${who}: ${us}\n${to}: ada@customer.example\n${what}: ${subject}\n${quote}`;
  },
  proton: (language, quote = quoted) =>
    `Sent with Proton Mail secure email.\n\n${proton[language]}\n\n${signed(quote)}`,
  samsung: (language, quote = quoted) =>
    `-------- ${labels[language][4]} --------\n${head(language, us)}\n\n${quote}`,
};

export const attributions = { gmail, apple, yahoo, proton, thunderbird };
export { devices, labels };

export const languages = Object.keys(gmail).filter(
  (language): language is MailLanguage => language in gmail,
);
