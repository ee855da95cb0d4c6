import { expect, test } from 'vitest';
import { openForFile } from './support/database.ts';
import { openOrganizations } from './support/pairedOrganizations.ts';
import { attempt } from './support/pairings.ts';
import { table, tryBothWays } from './support/tryPairings.ts';

const database = openForFile();

test('no pairing of organizations of one account opens what is not its own', async ({
  annotate,
}) => {
  const { app, mine, theirs } = await openOrganizations(database);
  const total = await tryBothWays([
    { app, ...mine },
    { app, ...theirs },
  ]);
  await annotate(`${total} attempts, 0 leaks`);
  expect(total).toBeGreaterThan(5_000);
}, 600_000);

test('a colleague reads the integrations of the organization, and no request of another person', async () => {
  const { app, mine } = await openOrganizations(database);
  const opened: string[] = [];
  for (const holder of mine.holders.slice(1)) {
    for (const endpoint of table.filter(({ path }) => path.includes('tickets'))) {
      const params = { id: mine.ids.ticket };
      const { status, text } = await attempt(app, holder, endpoint, { params });
      if (text.includes(`${mine.word} request`)) opened.push(`${holder.name} ${status}`);
    }
  }
  // The owner on a test page is another visitor: test data and live data are apart.
  expect(opened).toEqual([]);
});
