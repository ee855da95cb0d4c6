import { expect, test } from 'vitest';
import { dueOf } from '../../../desk/views/dates.ts';
import { factsOf } from '../../../desk/views/facts.ts';

const ticket = {
  customerName: 'Ada',
  customerEmail: 'ada@northwind.example',
  customer_tier: null,
  category: 'billing',
  organization: null,
  signed: ['email' as const],
  context: { browser: 'Chrome 156 on Linux' },
  metadata: { tenant_id: 'northwind' },
  custom_fields: { seats: '12', urgent: false },
} satisfies Parameters<typeof factsOf>[0];

test('only signed values are verified, and unknown ones have no row', () => {
  const facts = factsOf(ticket);
  expect(facts.map(({ name, value, isSigned }) => [name, value, isSigned])).toEqual([
    ['Name', 'Ada', false],
    ['E-mail', 'ada@northwind.example', true],
    ['Organization', 'northwind', false],
    ['Category', 'Billing', undefined],
    ['Browser', 'Chrome 156 on Linux', undefined],
    ['seats', '12', undefined],
    ['urgent', 'false', undefined],
  ]);
});

test('a response is due while it is missing, and late after its time', () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const due = (status: 'new' | 'open', when: string | null) =>
    dueOf({ status, estimated_first_response: when });
  expect(due('new', at(60))).toMatchObject({ isLate: false });
  expect(due('new', at(-60))).toMatchObject({
    isLate: true,
    words: expect.stringContaining('ago'),
  });
  expect(due('open', at(-60))).toBeUndefined();
  expect(due('new', null)).toBeUndefined();
});
