import { expect, test } from 'vitest';
import type { CustomField } from '../../src/contract/config.ts';
import { apiErrorOf, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newCaller(fields: readonly CustomField[]) {
  const tenant = await createTenant(database.kysely, { fields: JSON.stringify(fields) });
  return { app: createTestApp(database), me: { key: tenant.publishableKey, visitor: newId() } };
}

const fields: CustomField[] = [
  {
    id: 'plan',
    label: 'Plan',
    type: 'select',
    required: true,
    options: [{ value: 'a', label: 'A' }],
  },
  { id: 'agree', label: 'Agree', type: 'checkbox', required: false },
];

test.each([
  [{ plan: 'a', agree: true }, []],
  [{ plan: 'b' }, ['customFields.plan']],
  [{ plan: '' }, ['customFields.plan']],
  [{}, ['customFields.plan']],
  [{ plan: 'a', agree: 'yes' }, ['customFields.agree']],
  [{ plan: 'a', other: 'x', constructor: 'x' }, ['customFields.other', 'customFields.constructor']],
])(
  'custom fields %j are validated by the tenant’s definitions: %j',
  async (customFields, wrong) => {
    const { app, me } = await newCaller(fields);
    const response = await post(app, me, { ...draft, customFields });
    const details = response.status === 201 ? [] : (await apiErrorOf(response)).details;
    expect(details.map(({ field }) => field)).toEqual(wrong);
  },
);

test.each([
  ['customFields', 50],
  ['context.values', 20],
])('%s has at most %i entries', async (field, maxEntries) => {
  const { app, me } = await newCaller([]);
  const values = Object.fromEntries(
    Array.from({ length: maxEntries + 1 }, (_, n) => [`v${n}`, 'x']),
  );
  const body = field === 'customFields' ? { customFields: values } : { context: { values } };
  const error = await apiErrorOf(await post(app, me, { ...draft, ...body }));
  expect(error.details).toEqual([{ field, message: `Must have at most ${maxEntries} entries.` }]);
});

test.each([
  ['customFields', 'x'.repeat(129), 'Must be at most 128 characters.'],
  ['context.values', 'x'.repeat(41), 'Must be at most 40 characters.'],
  ['context.values', 'a\0b', 'Contains characters that cannot be stored.'],
  ['context.values', '  ', 'Must not be empty.'],
])('an invalid name of %s is rejected with the reason', async (field, name, reason) => {
  const { app, me } = await newCaller([]);
  const values = { [name]: 'x' };
  const body = field === 'customFields' ? { customFields: values } : { context: { values } };
  const { details } = await apiErrorOf(await post(app, me, { ...draft, ...body }));
  expect(details).toEqual([
    { field: `${field}.${name}`, message: `Its name is not valid. ${reason}` },
  ]);
});
