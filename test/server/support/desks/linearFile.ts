import { afterAll, afterEach, beforeAll } from 'vitest';
import { asSuperuser, openForFile } from '../database.ts';
import { type FakeLinear, startLinear } from './linear.ts';
import type { LinearIssue } from './linearSchema.ts';
import { openDesk } from './openDesk.ts';

type Settings = Parameters<typeof openDesk>[2];

/** Opens a database and a stand-in for Linear, which all tests of a file use. */
export function openLinearForFile() {
  const database = openForFile();
  let started: FakeLinear | undefined;
  const linear = (): FakeLinear => {
    if (started === undefined) throw new Error('Linear runs inside of tests only.');
    return started;
  };
  beforeAll(async () => {
    started = await startLinear();
  });
  afterAll(() => started?.close());
  afterEach(async () => {
    linear().clear();
    await asSuperuser(database.kysely, 'delete from support.jobs');
  });

  function onlyIssue(): LinearIssue {
    const [issue, ...others] = linear().issues;
    if (issue === undefined || others.length > 0) throw new Error('There must be one issue.');
    return issue;
  }

  function connect(settings?: Settings) {
    const { standIn, credentials } = linear();
    return openDesk(database, { provider: 'linear', url: standIn.url, credentials }, settings);
  }

  return {
    linear,
    onlyIssue,
    connect,
    /** Opens a request that is in Linear. */
    async connected(settings?: Settings) {
      const opened = await connect(settings);
      const id = await opened.request();
      await opened.work();
      /** Linear reports a change. */
      const report = async () => {
        await opened.deliver(linear().webhook({ type: 'Issue', data: { id } }));
        await opened.work({ isAll: true });
      };
      return { ...opened, id, report };
    },
  };
}
