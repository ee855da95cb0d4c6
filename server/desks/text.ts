import type { OutgoingMessage, OutgoingTicket } from '../ask/desk.ts';

/**
 * Returns the text of a message for a help desk. The first line names an author whom the help desk
 * does not know: an agent, or another person than the customer. `rejectedNames`: files
 * that the help desk does not accept.
 */
export function textFor(
  { authorName, text }: OutgoingMessage,
  { rejectedNames = [] }: { rejectedNames?: readonly string[] } = {},
): string {
  const notes = rejectedNames.map(
    (name) => `(The file ${name} was not accepted here. See the request.)`,
  );
  const named = authorName === null ? [] : [`${authorName}:`];
  // A message can consist of files only, but help desks require a text.
  const body = text.trim() === '' && notes.length === 0 ? '(Files)' : text;
  return [...named, body, ...notes].join('\n\n').trim();
}

/** Returns the facts about a request as lines. */
export function factLines({ facts }: Pick<OutgoingTicket, 'facts'>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
