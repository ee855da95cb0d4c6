import type { OutgoingMessage, OutgoingTicket } from '../ask/desk.ts';

const fileNote = (name: string) => `(The file ${name} was not accepted here. See the request.)`;
const filesOnly = '(Files)';

/**
 * Returns the text of a message for a help desk. The first line names an author whom the help desk
 * does not know: an agent, or another person than the customer. `rejectedNames`: files
 * that the help desk does not accept.
 */
export function textFor(
  { authorName, text }: Pick<OutgoingMessage, 'authorName' | 'text'>,
  { rejectedNames = [] }: { rejectedNames?: readonly string[] } = {},
): string {
  const notes = rejectedNames.map(fileNote);
  const named = authorName === null ? [] : [`${authorName}:`];
  // A message can consist of files only, but help desks require a text.
  const body = text.trim() === '' && notes.length === 0 ? filesOnly : text;
  return [...named, body, ...notes].join('\n\n').trim();
}

/**
 * Returns the kind and the author of a message as a line, for help desks in which all messages are
 * written by one user.
 */
export function titleFor({ author, authorName, isInternal }: OutgoingMessage): string {
  const kind = isInternal ? 'Note' : author === 'visitor' ? 'Customer' : 'Answer to the customer';
  return `${authorName === null ? kind : `${kind}, ${authorName}`}:`;
}

/** Returns the facts about a request as lines. */
export function factLines({ facts }: Pick<OutgoingTicket, 'facts'>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** Returns the facts with what a help desk has no field for. */
export function allFactLines({ facts, priority, tags }: OutgoingTicket): string {
  const more = { Priority: priority, ...(tags.length > 0 && { Tags: tags.join(', ') }) };
  return factLines({ facts: { ...facts, ...more } });
}

/** Returns the name and the address of a customer, for help desks without customers. */
export function customerLine({ name, email }: OutgoingTicket['customer']): string {
  return name ? `${name} (${email})` : email;
}

/** The beginning of a comment that is sent to the customer. All other comments stay internal. */
const customerPrefix = /^\s*(?:reply:|\/reply\b:?)\s*/i;

/** Returns the answer to the customer in a comment, or undefined if the comment is internal. */
export function answerIn(comment: string): string | undefined {
  return customerPrefix.test(comment) ? comment.replace(customerPrefix, '') : undefined;
}

/** Returns a text as HTML. */
export function htmlOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/**
 * Returns a text without the differences between two attempts to send it, and those that a help desk
 * makes: spaces, and the names of files that were not accepted.
 */
export function comparable(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ');
  const notes = /\(The file .*? was not accepted here\. See the request\.\)/g;
  return plain.replaceAll(notes, '').replace(filesOnly, '').replaceAll(/\s+/g, ' ').trim();
}
