import type { MailWords } from './words.ts';

export const de: MailWords = {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  received: (number) => `Ihre Anfrage ist bei uns eingegangen. Sie hat die Nummer ${number}.`,
  due: (when) => `Eine erste Antwort erhalten Sie voraussichtlich bis ${when}.`,
  youWrote: 'Sie haben geschrieben:',
  wrote: (name) => `${name} schrieb:`,
  team: 'Unser Team',
  add: 'Um etwas zu ergänzen, antworten Sie auf diese E-Mail.',
  answer: 'Antworten Sie auf diese E-Mail oder schreiben Sie im Hilfefenster.',
  files: (names) =>
    `Zur Antwort gehören Dateien: ${names}. Sie finden sie in der Anfrage, im Hilfefenster.`,
  signature: (tenant) => `Support von ${tenant}`,
  yourRequest: (tenant) => `Ihre Anfrage an ${tenant}`,
  yourMail: (tenant) => `Ihre E-Mail an ${tenant}`,
  rejected: (tenant) =>
    `wir konnten Ihre E-Mail nicht annehmen. Neue Anfragen an ${tenant} stellen Sie bitte über den Hilfe-Button auf den Seiten. Zu einer laufenden Anfrage antworten Sie bitte auf unsere letzte E-Mail dazu.`,
  unread: (tenant) =>
    `wir konnten Ihre E-Mail nicht lesen, weil sie verschlüsselt ist oder in einem Format, das nur Outlook liest. Bitte senden Sie sie noch einmal als Nur-Text oder HTML und ohne Verschlüsselung: Antworten Sie auf unsere letzte E-Mail oder schreiben Sie im Hilfefenster von ${tenant}.`,
  marker: 'Bitte oberhalb dieser Zeile antworten',
};
