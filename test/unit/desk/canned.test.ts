import { expect, test } from 'vitest';
import { cannedFor, slashAt } from '../../../desk/model/slash.ts';
import { fillIn, unfilledIn, unknownIn, valuesOf } from '../../../desk/model/variables.ts';

const ticket = {
  customerName: 'Ada Lovelace',
  ticket_number: 'PM-7',
  subject: 'Mails bounce',
  organization: { id: 'northwind', name: 'Northwind', plan: null },
};
const nameless = { ...ticket, customerName: '  ', organization: null };
const agent = { name: 'Marta Klein' };

test('variables become values, or fallbacks without a value, and others are found', () => {
  const text =
    'Hi {{customer.first_name|there}}, {{ customer.name }} of {{organization.name|your team}}: ' +
    '{{ticket.number}} “{{ticket.subject}}”. {{agent.name}}';
  expect(fillIn(text, valuesOf(ticket, agent))).toBe(
    'Hi Ada, Ada Lovelace of Northwind: PM-7 “Mails bounce”. Marta Klein',
  );
  const draft = fillIn(text, valuesOf(nameless, agent));
  expect(draft).toContain('Hi there, {{ customer.name }} of your team:');
  const [left, ...more] = unfilledIn(draft);
  expect(draft.slice(left?.from, left?.to)).toBe('{{ customer.name }}');
  expect(more).toEqual([]);
});

test('values are text: they are not replaced again, and other braces are not variables', () => {
  const sly = { ...ticket, customerName: '{{agent.name}} $& $1' };
  expect(fillIn('Hi {{customer.name}}', valuesOf(sly, agent))).toBe('Hi {{agent.name}} $& $1');
  expect(unfilledIn('Write {{mustache}} or {{ }}.')).toEqual([]);
  expect(unknownIn('{{customer.nam}} {{agent.name}}')).toEqual(['customer.nam']);
  expect(fillIn('{{constructor}}', valuesOf(ticket, agent))).toBe('{{constructor}}');
});

test('a slash only counts at the beginning of a line, up to the caret', () => {
  expect(slashAt('/ref', 4)).toEqual({ from: 0, word: 'ref' });
  expect(slashAt('Hello\n/', 7)).toEqual({ from: 6, word: '' });
  expect(slashAt('and/or', 6)).toBeUndefined();
  expect(slashAt('/ref und', 8)).toBeUndefined();
  expect(slashAt('/ref', 0)).toBeUndefined();
});

test('shortcuts rank before names', () => {
  const reply = (shortcut: string, name: string) => ({
    ...{ id: shortcut, shortcut, name, text: '' },
    updated_at: '2026-01-01T00:00:00Z',
    version: 1,
  });
  const all = [reply('hello', 'Greeting'), reply('greet', 'Short'), reply('x', 'Other')];
  expect(cannedFor(all, 'GREET').map(({ shortcut }) => shortcut)).toEqual(['greet', 'hello']);
  expect(cannedFor(all, '')).toHaveLength(3);
});
