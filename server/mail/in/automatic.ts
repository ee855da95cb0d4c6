import type { ReadMail } from '../../ask/inboundMail.ts';
import { absence } from './absence.ts';

/** Headers of programs that reply automatically. */
const ownHeader =
  /^x-([a-z]{1,20}-)?(auto-?(repl(y|ied)|respon(d|ders?|se)|generated)(-(?!suppress)\w+)?|mail-?autoreply|auto-reply-from|fc-machinegenerated|failed-recipients)$/;
const daemon = /^(mailer[-_]?daemon|microsoftexchange[\da-f]{32})@/i;
/** A person can write from this address. Then the mail has a sender, and another subject. */
const postmaster = /^postmaster@/i;
const bounceSubject =
  /undeliver|unzustell|undelivered|deliver(y|ed)|return(ed|ing) (mail|message)|failure|non remis|no entreg|mail system error|warning: could not send/i;

export type AutomaticKind = 'absence' | 'bounce' | 'receipt' | 'invitation' | 'list';

/**
 * Returns why a mail counts as automatic, by RFC 3834, headers of programs, and subjects of
 * out-of-office notes. Returns undefined for a mail from a person.
 */
export function automaticKind(mail: ReadMail): AutomaticKind | undefined {
  const { headers, envelopeFrom, from } = mail;
  const type = (headers['content-type'] ?? '').toLowerCase();
  if (type.startsWith('multipart/report')) {
    return type.includes('disposition-notification') ? 'receipt' : 'bounce';
  }
  const contentClass = /content-classes:(mdn|dsn)/i.exec(headers['content-class'] ?? '')?.[1];
  if (contentClass !== undefined)
    return contentClass.toLowerCase() === 'mdn' ? 'receipt' : 'bounce';
  if (mail.isInvitation || isInvitation(type, headers)) return 'invitation';
  const submitted = firstWord(headers['auto-submitted']);
  if (submitted !== '' && submitted !== 'no') return 'absence';
  const isAnonymous = envelopeFrom === '' || /^\s*<\s*>\s*$/.test(headers['return-path'] ?? '');
  const isOfServer = postmaster.test(from) && isOfMailServer(mail);
  if (isAnonymous || daemon.test(from) || isOfServer) return 'bounce';
  const isOwn = Object.entries(headers).some(
    ([name, value]) =>
      ownHeader.test(name) && !/^(no|mirror|redirect|forward)$/.test(firstWord(value)),
  );
  const precedence = firstWord(headers.precedence ?? headers['x-precedence']);
  const isResponder =
    /autoresponder/i.test(headers['x-post-messageclass'] ?? '') ||
    firstWord(headers['delivered-to']) === 'autoresponder';
  if (isOwn || isResponder || /^auto[-_]?reply$/.test(precedence)) return 'absence';
  if (precedence === 'bulk' || precedence === 'junk') return 'list';
  if (isAbsenceNote(mail)) return 'absence';
  // A mailing list can forward a person's reply to us, but a new mail of a list is for its
  // subscribers.
  const isAnswer = 'in-reply-to' in headers || 'references' in headers;
  const isOfList =
    ['list-id', 'list-post', 'list-unsubscribe-post', 'mailing-list'].some(
      (name) => name in headers,
    ) || precedence === 'list';
  return isOfList && !isAnswer ? 'list' : undefined;
}

function isOfMailServer({ envelopeFrom, from, subject }: ReadMail): boolean {
  return envelopeFrom.toLowerCase() !== from.toLowerCase() || bounceSubject.test(subject);
}

/**
 * True if the list that forwards a mail is a group of the account itself, such as its support
 * address. `addresses`: those of the account.
 */
export function isOfOwnGroup({ headers }: ReadMail, addresses: readonly string[]): boolean {
  const post = /<mailto:([^<>\s?]{3,200})/i.exec(headers['list-post'] ?? '')?.[1];
  const id = /<([^<>@\s]{1,200})>/.exec(headers['list-id'] ?? '')?.[1];
  const domains = addresses.map(domainOf).filter(Boolean);
  return [domainOf(post ?? ''), id?.slice(id.indexOf('.') + 1).toLowerCase()].some(
    (domain) => domain !== undefined && domains.includes(domain),
  );
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** People may write such a subject too. But robots reply to a mail with it, or ask for no reply. */
function isAbsenceNote({ subject, headers }: ReadMail): boolean {
  if (!absence.test(subject.slice(0, 200).trim())) return false;
  return (
    'in-reply-to' in headers || 'references' in headers || 'x-auto-response-suppress' in headers
  );
}

function isInvitation(type: string, headers: ReadMail['headers']): boolean {
  const isCalendar = type.startsWith('text/calendar') && !/method="?publish/.test(type);
  return isCalendar || /calendarmessage/i.test(headers['content-class'] ?? '');
}

/** Returns a value without parameters and comments: `no (human)` becomes `no`. */
function firstWord(value = ''): string {
  return /^[^\s;(]*/.exec(value.trim().toLowerCase())?.[0] ?? '';
}
