import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { textOfHtml } from '../../server/ask/htmlText.ts';
import { InboundMail } from '../../server/ask/inboundMail.ts';
import { mailText } from '../../server/mail/in/mailText.ts';
import { htmlClients } from './support/htmlClients.ts';
import { clients, languages, own, quoted } from './support/mailClients.ts';

const answer = 'It stopped again at 40.\n\nCan you look at sales-3?';
/** People can delete the marker. */
const quotes = [quoted, `##- Reply above this line -##\n\n${quoted}`];
const squeezed = (text: string) => text.replaceAll(/[\s>]+/g, ' ');

function read(text: string, html: string) {
  const mail = z.parse(InboundMail, {
    to: [],
    from: 'ada@customer.example',
    envelopeFrom: 'ada@customer.example',
    messageId: '<a@customer.example>',
    text,
    htmlText: textOfHtml(html).text,
    headers: {},
  });
  return mailText(mail, own);
}

test.each(Object.keys(clients))('replies of %s are split in all languages', (client) => {
  const wrong = languages.flatMap((language) =>
    quotes.flatMap((quote) => {
      const text = `${answer}\n\n${clients[client]?.(language, quote)}\n`;
      const html = htmlClients[client]?.(language, answer, quote);
      const mails = [
        read(text, ''),
        ...(html === undefined ? [] : [read('', html), read(text, html)]),
      ];
      return mails
        .filter((mail) => mail.answer !== answer || !squeezed(mail.whole).includes(squeezed(quote)))
        .map((mail) => [language, mail.answer]);
    }),
  );
  expect(wrong).toEqual([]);
});
