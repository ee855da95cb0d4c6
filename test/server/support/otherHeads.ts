import { own, subject, us } from './mailClients.ts';

const ours = own.addresses[0];

/** Heads of programs in other languages, as found in their mails. */
export const otherHeads: [name: string, head: string][] = [
  [
    'Gmail in Arabic',
    `\u202bفي الجمعة، 27 نوفمبر 2026 في 10:00 ص تمت كتابة ما يلي بواسطة \u202aAcme\u202c\u200f <\u202a${ours}\u202c\u200f>:\u202c`,
  ],
  [
    'Gmail in Hebrew',
    `\u202bבתאריך יום ו׳, 27 בנוב׳ 2026 ב-10:00 מאת \u202aAcme\u202c\u200f <\u202a${ours}\u202c\u200f>:\u202c`,
  ],
  ['Gmail in Czech', `pá 27. 11. 2026 v 10:00 odesílatel ${us} napsal:`],
  ['Gmail in Thai', `ในวันที่ ศ. 27 พ.ย. 2026 เวลา 10:00 ${us} เขียนว่า:`],
  ['a program without a colon', `On Fri, 27 Nov 2026 at 10:00, ${us} wrote`],
  ['a program without a colon in French', `Le 27/11/2026 à 10:00, ${us} a écrit`],
  ['an older Gmail', `2026/11/27 ${us}`],
  ['an older Gmail with a time zone', `2026-11-27 10:00 GMT+01:00 Acme via Desk <${ours}>`],
  ['an older Android', '---- Acme wrote ----'],
  ['dashes at both ends', '------On 11/27/2026 10:00 AM, Acme wrote-----'],
  ['Outlook for Mac in Swedish', `Den 2026-11-27 10:00 skrev "Acme" <${ours}> följande:`],
  ['Outlook for Mac in Turkish', `"Acme" <${ours}>, 27.11.2026 10:00 tarihinde şunu yazdı:`],
  ['Outlook for Mac in Slovak', `Dňa 27.11.2026 10:00 používateľ "Acme" (<${ours}>) napísal:`],
  ['GMX in Polish', `W dniu 2026-11-27 10:00:39 użytkownik Acme <${ours}> napisał:`],
  ['an iPhone in Italian', `In data 27 novembre 2026 10:00:31 "Acme" <${ours}> ha scritto:`],
  ['Mail.ru in English', `Friday, 27 November 2026, 10:00 AM +0300 from ${us}:`],
  ['Gnus', `${us} writes:`],
  ['GroupWise', `>>> ${us} 11/27/2026 10:00 AM >>>`],
  ['Becky', `On Fri, 27 Nov 2026 10:00:00 +0900\n${us} wrote:`],
  ['NetEase', `At 2026-11-27 10:00:00, "Acme" <${ours}> wrote:`],
  ['Yandex', `27.11.2026, 10:00, "Acme" <${ours}>:`],
  ['Zoho', `---- On Fri, 27 Nov 2026 10:00:00 +0100 ${us} wrote ---`],
  ['Tutanota', `Nov 27, 2026, 10:00 by ${ours}:`],
  [
    'QQ',
    `------------------&nbsp;原始邮件&nbsp;------------------\n发件人:${' '.repeat(120)}"Acme"${' '.repeat(80)}<${ours}>;\n发送时间:&nbsp;2026年11月27日(星期五) 上午10:00\n收件人:&nbsp;"Ada"<ada@customer.example>;\n主题:&nbsp;${subject}`,
  ],
  [
    'Lotus Notes',
    `-----${us} wrote: -----\nTo: ada@customer.example\nFrom: ${us}\nDate: 11/27/2026 10:00AM\nSubject: ${subject}`,
  ],
  [
    'T-Online',
    `-----Original-Nachricht-----\nBetreff: ${subject}\nDatum: 2026-11-27T10:00:00+0100\nVon: "Acme" <${ours}>\nAn: "ada@customer.example" <ada@customer.example>`,
  ],
  [
    'Seznam',
    `---------- Původní e-mail ----------\nOd: ${us}\nKomu: ada@customer.example\nDatum: 27. 11. 2026 10:00:00\nPředmět: ${subject}`,
  ],
  [
    'eM Client',
    `------ Original Message ------\nFrom "Acme" <${ours}>\nTo "Ada" <ada@customer.example>\nDate 11/27/2026 10:00:00 AM\nSubject ${subject}`,
  ],
  [
    'Naver',
    `-----Original Message-----\nFrom: "Acme" <${ours}>\nTo: <ada@customer.example>;\nCc: \nSent: 2026-11-27 (금) 10:00:00 (GMT+09:00)\nSubject: ${subject}`,
  ],
  [
    'Zimbra in French',
    `----- Mail original -----\nDe: "Acme" <${ours}>\nÀ: "ada" <ada@customer.example>\nEnvoyé: Vendredi 27 Novembre 2026 10:00:00\nObjet: ${subject}`,
  ],
  ['Mail.ru', `Пятница, 27 ноября 2026, 10:00 +03:00 от ${us}:`],
  ['K-9 in German', `Am 27. November 2026 10:00:00 MEZ schrieb ${us}:`],
  ['Horde', `Zitat von ${us}:`],
  ['Claws', `On Fri, 27 Nov 2026 10:00:00 +0100\n${us} wrote:`],
  ['Gmail in Hungarian', `${us} ezt írta (időpont: 2026. nov. 27., P, 10:00):`],
  ['Yahoo in Japanese', `2026年11月27日金曜日 10:00:00 JST、${us}さんが書きました:`],
  ['Orange', `> Message du 27/11/26 10:00\n> De : "Acme"\n> A : "Ada"\n> Objet : ${subject}\n>`],
];
