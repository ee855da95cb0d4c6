import { expect, test } from 'vitest';
import { openFreshdeskForFile } from './support/desks/freshdeskFile.ts';
import { openLinearForFile } from './support/desks/linearFile.ts';

const freshdeskFile = openFreshdeskForFile();
const linearFile = openLinearForFile();

test('a message of Freshdesk of an unknown form is named once, and does not hold up the others', async () => {
  const { id, report, seen, notes } = await freshdeskFile.connected();
  const { id: theirs, notes: theirNotes } = freshdeskFile.onlyTicket();
  freshdeskFile.freshdesk().write(theirs, { body_text: 'Odd.' });
  const odd = theirNotes.pop();
  if (odd === undefined) throw new Error('The note is missing.');
  theirNotes.push(Object.assign(structuredClone(odd), { body_text: 7 }));
  freshdeskFile.freshdesk().write(theirs, { body_text: 'After.' });
  await report();
  await report();
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['After.']);
  const named = `Not taken from Freshdesk. Read it there:\n- message ${odd.id} (unknown form: body_text)`;
  expect(await notes(id)).toEqual([named]);
  theirNotes.push(odd);
  await report();
  expect((await seen(id)).map(([, , body]) => body).slice(1)).toEqual(['After.', 'Odd.']);
});

test('a comment of Linear of an unknown form is named, and does not hold up the others', async () => {
  const { id, report, watch, work, seen, notes } = await linearFile.connected();
  linearFile.linear().comment(id, 'Reply: Odd.');
  const { comments } = linearFile.onlyIssue();
  comments.push(...comments.splice(0).map((odd) => Object.assign(odd, { id: 'c-1', user: 'Lin' })));
  linearFile.linear().comment(id, 'Reply: After.');
  await report();
  expect((await seen(id)).slice(1)).toEqual([['agent', 'Lin Engineer', 'After.']]);
  const named = 'Not taken from Linear. Read it there:\n- comment c-1 (unknown form: user)';
  expect(await notes(id)).toEqual([named]);
  linearFile.linear().comment(id, 'Reply: Later.');
  const nodes = [{ id: 7 }, null, { issue: { id } }];
  const changed = { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
  const response = { status: 200, body: { data: { changed } } };
  linearFile.linear().faults.push({ matches: /graphql/, body: 'comments(', response });
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Lin Engineer', 'Later.']);
});
