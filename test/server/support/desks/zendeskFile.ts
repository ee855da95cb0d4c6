import { afterAll, afterEach, beforeAll } from 'vitest';
import { asSuperuser, openForFile } from '../database.ts';
import { openDesk } from './openDesk.ts';
import { type FakeZendesk, startZendesk } from './zendesk.ts';
import type { ZendeskTicket } from './zendeskStore.ts';

type Settings = Parameters<typeof openDesk>[2];

/** Opens a database and a stand-in for Zendesk, which all tests of a file use. */
export function openZendeskForFile() {
  const database = openForFile();
  let started: FakeZendesk | undefined;
  const zendesk = (): FakeZendesk => {
    if (started === undefined) throw new Error('Zendesk runs inside of tests only.');
    return started;
  };
  beforeAll(async () => {
    started = await startZendesk();
  });
  afterAll(() => started?.close());
  afterEach(async () => {
    zendesk().clear();
    await asSuperuser(database.kysely, 'delete from support.jobs');
  });

  function onlyTicket(): ZendeskTicket {
    const [ticket, ...others] = zendesk().tickets;
    if (ticket === undefined || others.length > 0) throw new Error('There must be one ticket.');
    return ticket;
  }

  function connect(settings?: Settings) {
    const { standIn, credentials } = zendesk();
    return openDesk(database, { provider: 'zendesk', url: standIn.url, credentials }, settings);
  }

  return {
    database,
    zendesk,
    onlyTicket,
    connect,
    /** Opens a request that is in Zendesk. */
    async connected(settings?: Settings) {
      const opened = await connect(settings);
      const id = await opened.request();
      await opened.work();
      const { id: theirs, requester_id: ada } = onlyTicket();
      /** Zendesk reports a change. */
      const report = async () => {
        await opened.deliver(zendesk().webhook(theirs));
        await opened.work({ isAll: true });
      };
      /** The texts of all comments in Zendesk. */
      const said = () =>
        zendesk()
          .comments(theirs)
          .map(([, , body]) => body);
      return { ...opened, id, theirs, ada, report, said };
    },
  };
}
