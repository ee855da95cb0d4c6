import { expect, test } from 'vitest';
import { activityAdded, openHubspotForFile } from './support/desks/hubspotFile.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';

const { hubspot, onlyTicket, connected } = openHubspotForFile();

test('only events with a fresh signature of the public address are taken', async () => {
  const { deliver, integrationId, query } = await connected();
  const { webhook } = hubspot();
  const event = activityAdded(onlyTicket().id, 9);
  const rejected = (message: string) => [400, { status: 'error', message }];
  const signed = webhook(integrationId, [{ eventId: 'x' }, event]);
  expect(await deliver(signed)).toEqual([200, { status: 'success' }]);
  expect(await deliver(signed)).toEqual([200, { status: 'success', message: 'duplicate event' }]);
  const wrong = [
    webhook(integrationId, [event], { secret: 'other' }),
    webhook(integrationId, [event], { at: Date.now() - 301_000 }),
    webhook('other', [event]),
    webhook(integrationId, [{ eventId: 'x' }]),
  ];
  for (const one of wrong) expect(await deliver(one)).toEqual(rejected(invalidSignature));
  expect(await deliver({ ...signed, headers: {} })).toEqual(rejected(missingSignature));
  const types = await query<{ type: string }>(
    `select type from support.received_events where integration_id = '${integrationId}'`,
  );
  expect(types.map(({ type }) => type).toSorted()).toEqual([
    'object.associationChange',
    'unreadable',
  ]);
});

test.each([
  ['a changed property', { subscriptionType: 'ticket.propertyChange', objectId: 0 }],
  ['an object', { subscriptionType: 'object.propertyChange', objectTypeId: '0-5', objectId: 0 }],
  [
    'a new note',
    { subscriptionType: 'object.associationChange', toObjectTypeId: '0-5', toObjectId: 0 },
  ],
])(
  'an event of %s lets its ticket be read, and one of another object does not',
  async (_case, given) => {
    const { deliver, integrationId, query } = await connected();
    const about = (id: number) =>
      Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key, value === 0 ? id : value]),
      );
    const jobs = () => query(`select 1 from support.jobs where type = 'desk_receive'`);
    const before = (await jobs()).length;
    await deliver(hubspot().webhook(integrationId, [{ eventId: 1, ...about(1) }]));
    const contact = { eventId: 2, subscriptionType: 'contact.creation', objectId: 1 };
    await deliver(hubspot().webhook(integrationId, [contact]));
    expect(await jobs()).toHaveLength(before);
    const event = { eventId: 3, ...about(Number(onlyTicket().id)) };
    await deliver(hubspot().webhook(integrationId, [event]));
    expect(await jobs()).toHaveLength(before + 1);
  },
);
