import { attributions, devices, labels, type MailLanguage, subject, us } from './mailClients.ts';

const escaped = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const broken = (text: string) => escaped(text).replaceAll('\n', '<br>');
const linesIn = (text: string, line: (text: string) => string) =>
  text
    .split('\n')
    .map((one) => line(escaped(one)))
    .join('');
const divs = (text: string) => linesIn(text, (one) => `<div>${one || '<br>'}</div>`);
/** Word writes a paragraph for each line. */
const word = (text: string) =>
  linesIn(text, (one) => `<p class="MsoNormal">${one || '<o:p>&nbsp;</o:p>'}</p>`);

function fields(language: MailLanguage, label: (text: string) => string): string {
  const [who, when, to, what] = labels[language];
  const values = [us, '27.11.2026 10:00', 'Ada &lt;ada@customer.example&gt;', subject];
  const all = [who, when, to, what].map((one, at) => `${label(one)} ${values[at]}`);
  return all.join('<br>').replace(us, escaped(us));
}
const bold = (text: string) => `<b>${text}:</b>`;
const rule = (colour: string, head: string) =>
  `<div style="border:none;border-top:solid ${colour} 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${head}</p></div>`;
const attribution = (program: keyof typeof attributions, language: MailLanguage) =>
  broken(attributions[program][language]);

/** The HTML of a reply in each program, in which `answer` and `quote` are texts. */
export const htmlClients: Record<
  string,
  (language: MailLanguage, answer: string, quote: string) => string
> = {
  gmail: (language, answer, quote) =>
    `<div dir="ltr">${divs(answer)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${attribution('gmail', language)}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex">${broken(quote)}</blockquote></div>`,
  'outlook for windows': (language, answer, quote) =>
    `<div class="WordSection1">${word(answer)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div>${rule('#E1E1E1', fields(language, bold))}</div>${word(quote)}</div>`,
  'outlook for mac': (language, answer, quote) =>
    `<div class="WordSection1">${word(answer)}<div id="mail-editor-reference-message-container"><div>${rule('#B5C4DF', fields(language, bold))}${word(quote)}</div></div></div>`,
  'outlook on the web': (language, answer, quote) =>
    `<div class="elementToProof">${divs(answer)}</div><div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${fields(language, bold)}</font><div>&nbsp;</div></div>${divs(quote)}`,
  'outlook for ios': (language, answer, quote) =>
    `<div dir="auto">${divs(answer)}</div><div id="ms-outlook-mobile-signature"><div><br></div>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div id="mail-editor-reference-message-container" class="ms-outlook-mobile-reference-message"><hr style="width:98%"><div id="divRplyFwdMsg">${fields(language, bold)}</div>${divs(quote)}</div>`,
  'apple mail': (language, answer, quote) =>
    `<html><body>${broken(answer)}<div><br><div><br><blockquote type="cite"><div>${attribution('apple', language)}</div><br class="Apple-interchange-newline"><div>${broken(quote)}</div></blockquote></div><br></div></body></html>`,
  iphone: (language, answer, quote) =>
    `<div dir="ltr">${divs(answer)}</div><div dir="ltr"><br></div><div dir="ltr">${devices[language]}</div><div dir="ltr"><br><blockquote type="cite">${attribution('apple', language)}<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${broken(quote)}</div></blockquote>`,
  thunderbird: (language, answer, quote) =>
    `<p>${broken(answer)}</p><div class="moz-cite-prefix">${attribution('thunderbird', language)}<br></div><blockquote type="cite" cite="mid:a@acme.example"><pre>${escaped(quote)}</pre></blockquote>`,
  yahoo: (language, answer, quote) =>
    `<div class="yahoo-style-wrap">${divs(answer)}<div><br></div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>${attribution('yahoo', language)}</div><div><br></div>${divs(quote)}</div></div>`,
  gmx: (language, answer, quote) =>
    `<div>${divs(answer)}<div>&nbsp;<div name="quote" style="margin:10px 5px 5px 10px"><div style="margin:0 0 10px 0">${fields(language, bold)}</div><div name="quoted-content">${broken(quote)}</div></div></div></div>`,
  proton: (language, answer, quote) =>
    `<div style="font-family:Arial">${divs(answer)}</div><div class="protonmail_signature_block"><div>Sent with <a href="https://proton.me/mail/home">Proton Mail</a> secure email.</div></div><div><br></div><div class="protonmail_quote">${attribution('proton', language)}<br><blockquote class="protonmail_quote" type="cite">${broken(quote)}</blockquote></div>`,
  samsung: (language, answer, quote) =>
    `<div dir="auto">${divs(answer)}</div><div dir="auto"><br></div><div id="composer_signature"><div dir="auto">Sent from my Galaxy</div></div><div><br></div><div><!-- originalMessage --><div>-------- ${labels[language][4]} --------</div><div>${fields(language, (one) => `${one}:`).replaceAll('<br>', '</div><div>')}</div><div><br></div></div>${broken(quote)}`,
};
