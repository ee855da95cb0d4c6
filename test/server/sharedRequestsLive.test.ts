import { afterEach, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { hashOfUser } from '../../server/base/identity.ts';
import { createLiveHub } from '../../server/live/hub.ts';
import { listenForLive } from '../../server/live/listener.ts';
import type { Background } from '../../server/queue/loop.ts';
import { writeAgentMessage } from '../../src/contract/agent.ts';
import { markRead } from '../../src/contract/message.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';
import { newLog } from './support/log.ts';
import { northwind, openShared, signed } from './support/sharedRequests.ts';
import { newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
let listening: Background | undefined;
afterEach(() => listening?.stop());

test('a shared request notifies signed colleagues of its organization, once each', async () => {
  const live = createLiveHub();
  listening = await listenForLive(database, live, newLog().logger);
  const received: string[] = [];
  const { tenant, app, page, submit } = await openShared(database);
  const listen = (name: string, visitorHash: string, organizationId?: string) =>
    live.listen({ tenantId: tenant.id, visitorHash, organizationId }, () => received.push(name));
  listen('author', hashOfUser('ada'), northwind.id);
  listen('colleague', hashOfUser('bo'), northwind.id);
  listen('other organization', hashOfUser('cy'), 'contoso');
  listen('unsigned', digest(newId()));
  const id = await submit('Of Ada', await signed('ada'));
  await until(() => received.length >= 2);
  const params = { id };
  const host = { key: tenant.secretKey };
  await call(app, host, writeAgentMessage, { params, body: { body: 'x', internal: true } });
  await call(app, host, writeAgentMessage, { params, body: { body: 'Hello' } });
  await until(() => received.length >= 4);
  await call(app, page, markRead, { params, headers: await signed('ada'), body: { position: 2 } });
  expect(received).toEqual(['author', 'colleague', 'author', 'colleague']);
});
