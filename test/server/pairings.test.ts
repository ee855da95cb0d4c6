import { beforeAll, expect, test } from 'vitest';
import { scopeOfPath } from '../../server/http/keyScopes.ts';
import { agentEndpoints } from '../../src/contract/index.ts';
import { operator } from './support/administration.ts';
import { openForFile } from './support/database.ts';
import { attempt, type Holder, type OpenedAccount, openAccount } from './support/pairings.ts';
import { ownShare, parametersOf, table, tryBothWays } from './support/tryPairings.ts';

const database = openForFile();

let mine: OpenedAccount;
let theirs: OpenedAccount;
beforeAll(async () => {
  mine = await openAccount(database, 'narwhal');
  theirs = await openAccount(database, 'pangolin');
});

test('every endpoint of the team has a scope', () => {
  for (const { path, access } of Object.values(agentEndpoints)) {
    expect([path, access, scopeOfPath(path)]).toEqual([path, access, expect.any(String)]);
  }
});

test('no combination of account, key, role, visitor and id gives access to data of others', async ({
  annotate,
}) => {
  const total = await tryBothWays([mine, theirs], ownShare);
  await annotate(`${total} attempts, 0 leaks`);
  expect(total).toBeGreaterThan(20_000 / ownShare);
}, 600_000);

test('a test key and another visitor never read a request of a live visitor', async () => {
  const leaks: string[] = [];
  for (const holder of mine.holders) {
    const isOwner = ['a visitor', 'a host', 'a viewer', 'an agent'].includes(holder.name);
    if (isOwner || holder.role === 'admin') continue;
    for (const endpoint of table.filter(({ path }) => path.includes('tickets'))) {
      const params = { id: mine.ids.ticket };
      const { status, text } = await attempt(mine.app, holder, endpoint, { params });
      if (text.includes(mine.word)) leaks.push(`${holder.name} ${endpoint.path} ${status}`);
    }
  }
  expect(leaks).toEqual([]);
});

test('the operator can only access administration', async () => {
  const holder: Holder = { name: 'the operator', caller: operator, opens: ['admin', 'operator'] };
  for (const endpoint of table) {
    const { status } = await attempt(mine.app, holder, endpoint, {
      params: Object.fromEntries(parametersOf(endpoint).map((name) => [name ?? '', 'x'])),
      ...mine.of,
    });
    const isOpen = holder.opens.includes(endpoint.access);
    expect([endpoint.path, isOpen || status === 401]).toEqual([endpoint.path, true]);
  }
});
