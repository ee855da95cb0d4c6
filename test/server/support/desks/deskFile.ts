import { afterAll, afterEach, beforeAll } from 'vitest';
import { asSuperuser, openForFile } from '../database.ts';
import type { StandIn } from '../standIn.ts';
import { openDesk } from './openDesk.ts';
import type { SignedRequest } from './zendesk.ts';

/** A stand-in for a help desk. */
interface FakeDesk {
  standIn: StandIn;
  credentials: Record<string, string>;
  clear(): void;
  close(): Promise<void>;
}

export type DeskSettings = Parameters<typeof openDesk>[2];

/** Opens a database and a stand-in for a help desk, which all tests of a file use. */
export function openDeskForFile<Fake extends FakeDesk>(
  provider: string,
  start: () => Promise<Fake>,
) {
  const database = openForFile();
  let started: Fake | undefined;
  const fake = (): Fake => {
    if (started === undefined) throw new Error('The stand-in runs inside of tests only.');
    return started;
  };
  beforeAll(async () => {
    started = await start();
  });
  afterAll(() => started?.close());
  afterEach(async () => {
    fake().clear();
    await asSuperuser(database.kysely, 'delete from support.jobs');
  });

  function connect(settings?: DeskSettings) {
    const { standIn, credentials } = fake();
    return openDesk(database, { provider, url: standIn.url, credentials }, settings);
  }

  return {
    database,
    fake,
    connect,
    /** Opens a request that is in the help desk. `report` delivers the webhook about a change. */
    async connected(
      webhook: (id: string, integrationId: string) => SignedRequest,
      settings?: DeskSettings,
    ) {
      const opened = await connect(settings);
      const id = await opened.request();
      await opened.work();
      const report = async () => {
        await opened.deliver(webhook(id, opened.integrationId));
        await opened.work({ isAll: true });
      };
      return { ...opened, id, report };
    },
  };
}

/** Returns the only one of the tickets in a stand-in. */
export function onlyOne<T>(all: readonly T[]): T {
  const [one, ...others] = all;
  if (one === undefined || others.length > 0) throw new Error('There must be one ticket.');
  return one;
}
