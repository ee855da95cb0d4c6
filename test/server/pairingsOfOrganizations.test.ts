import { expect, test } from 'vitest';
import { openForFile } from './support/database.ts';
import { openOrganizations } from './support/pairedOrganizations.ts';
import { attempt } from './support/pairings.ts';
import { ownShare, table, tryBothWays } from './support/tryPairings.ts';

const database = openForFile();

for (const sharing of ['visitor', 'organization'] as const) {
  test(`no combination of organizations in one account gives access to data of others, requests shared by ${sharing}`, async ({
    annotate,
  }) => {
    const { app, mine, theirs } = await openOrganizations(database, { share_requests: sharing });
    const sides = [
      { app, ...mine },
      { app, ...theirs },
    ] as const;
    const total = await tryBothWays(sides, ownShare);
    await annotate(`${total} attempts, 0 leaks`);
    expect(total).toBeGreaterThan(5_000 / ownShare);
  }, 600_000);
}

const bodies = [{ body: 'x' }, { score: 1 }, { position: 1 }];

/** Tries every endpoint of requests with the request of a member. Returns who saw it, and where. */
async function tryRequests(sharing: 'visitor' | 'organization'): Promise<string[]> {
  const { app, mine, theirs } = await openOrganizations(database, { share_requests: sharing });
  const before = await mine.snapshot();
  const opened: string[] = [];
  for (const holder of [...mine.holders.slice(1), ...theirs.holders]) {
    for (const endpoint of table.filter(({ path }) => path.startsWith('support/tickets'))) {
      for (const body of endpoint.body === undefined ? [undefined] : bodies) {
        const params = { id: mine.ids.ticket };
        const { status, text } = await attempt(app, holder, endpoint, { params, body });
        const line = `${holder.name}: ${endpoint.method} ${endpoint.path}`;
        if (text.includes(mine.word)) opened.push(line);
        if (endpoint.method !== 'GET') expect(status, line).toBeGreaterThanOrEqual(400);
      }
    }
  }
  expect(await mine.snapshot()).toEqual(before);
  return opened;
}

test('a colleague reads the integrations of the organization, but no request of another person', async () => {
  // The owner on a test page is a different visitor, because test data and live data are separate.
  expect(await tryRequests('visitor')).toEqual([]);
});

test('an account that shares requests lets signed colleagues only read them', async () => {
  const readers = ['a colleague who manages', 'a member who asks for another organization'];
  const paths = ['', '/{id}', '/{id}/messages'];
  const expected = readers.flatMap((reader) =>
    paths.map((path) => `${reader} of walrus: GET support/tickets${path}`),
  );
  expect((await tryRequests('organization')).sort()).toEqual(expected.sort());
});
