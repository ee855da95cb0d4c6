import { expect, test } from 'vitest';
import { createKey } from '../../src/contract/adminKey.ts';
import { updateTicket } from '../../src/contract/agent.ts';
import { rateTicket } from '../../src/contract/message.ts';
import { listRatingComments } from '../../src/contract/ratingComment.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test('comments of ratings come newest first, a page at a time, and not with a key for the report', async () => {
  const { app, tenant, of } = await openAdministration(database);
  const marta = await openSession(app, tenant);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const host = { key: tenant.secretKey };
  const rate = (id: string, body: object) => call(app, me, rateTicket, { params: { id }, body });
  const ids: string[] = [];
  for (let count = 0; count < 22; count++) {
    const { id } = await created(post(app, me, { ...draft, subject: `Subject ${count}` }));
    await call(app, marta, updateTicket, { params: { id }, body: { status: 'resolved' } });
    await rate(id, { score: 2, comment: `Comment ${count}` });
    await asSuperuser(
      database.kysely,
      `update support.tickets set rating_comment_at = now() - interval '${30 - count} minutes'
        where id = '${id}'`,
    );
    ids.push(id);
  }
  const [newest = '', second = ''] = ids.toReversed();
  await rate(newest, { score: 4 });
  const read = (query: Record<string, string> = {}) =>
    call(app, host, listRatingComments, { query });
  const first = await read();
  expect(first.ratings).toHaveLength(20);
  expect(first.ratings[0]).toMatchObject({
    ...{ ticket_id: second, subject: 'Subject 20', score: 2, comment: 'Comment 20' },
    resolved_by: 'Marta Klein',
  });
  const rest = await read({ cursor: first.next_cursor ?? '' });
  expect(rest.ratings.map(({ comment }) => comment)).toEqual(['Comment 0']);
  expect(rest.next_cursor).toBeNull();
  expect((await read({ from: '2026-01-01', to: '2026-01-02' })).ratings).toEqual([]);
  const wrong = await callFor(app, host, listRatingComments, { query: { cursor: 'x' } });
  expect(await apiErrorOf(wrong)).toMatchObject({ status: 422 });
  const body = { kind: 'secret', name: 'Figures', scopes: ['report'] };
  const { key } = await call(app, operator, createKey, { ...of, body });
  expect(await apiErrorOf(await callFor(app, { key }, listRatingComments))).toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  const other = await createTenant(database.kysely);
  const theirs = await call(app, { key: other.secretKey }, listRatingComments);
  expect(theirs.ratings).toEqual([]);
});
