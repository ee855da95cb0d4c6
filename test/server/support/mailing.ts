import { afterEach, beforeEach } from 'vitest';
import type { Database } from '../../../server/db/db.ts';
import { createSmtpMailer } from '../../../server/mail/out/smtp.ts';
import { startWorker, type Worker } from '../../../server/queue/worker.ts';
import { mailJobs } from '../../../server/start/mailJobs.ts';
import type { TicketDraft } from '../../../src/contract/ticket.ts';
import { created, createTestApp, draft, post, silent } from './api.ts';
import { asSuperuser } from './database.ts';
import { identitySecret, signedHeaders } from './identity.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';
import { createTenant, newId } from './tenant.ts';
import { until } from './until.ts';

interface JobRow {
  attempts: number;
  failed_at: Date | null;
  last_error: string | null;
}

/** Opens a mail server and the jobs that send to it, fresh for each test of a file. */
export function openMailing(database: Database) {
  let smtp: TestSmtp | undefined;
  let worker: Worker | undefined;
  beforeEach(async () => {
    smtp = await startSmtp();
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await smtp?.close();
    await asSuperuser(database.kysely, 'delete from support.jobs');
  });

  function server(): TestSmtp {
    if (smtp === undefined) throw new Error('The mail server runs inside of tests only.');
    return smtp;
  }
  const jobs = () => asSuperuser<JobRow>(database.kysely, 'select * from support.jobs');

  return {
    get smtp() {
      return server();
    },
    jobs,
    async restart(options: Parameters<typeof startSmtp>[0]): Promise<void> {
      await smtp?.close();
      smtp = await startSmtp(options);
    },
    deliver(url = server().url): void {
      worker = startWorker({
        db: database.kysely,
        handlers: mailJobs(database.kysely, createSmtpMailer(url), silent),
        logger: silent,
        pollMs: 10,
        retryMs: 1,
        graceMs: 50,
      });
    },
    stop: () => worker?.stop(),
    /** Sends a request of a verified visitor, unless `isVerified` is false. */
    async send(
      more: Partial<TicketDraft> = {},
      settings?: Parameters<typeof createTenant>[1],
      isVerified = true,
    ) {
      const tenant = await createTenant(database.kysely, {
        identity_secrets: [identitySecret],
        ...settings,
      });
      const app = createTestApp(database, { onWritten: () => worker?.wake() });
      const caller = { key: tenant.publishableKey, visitor: newId() };
      const claims = { email: more.email ?? draft.email };
      const headers = isVerified ? await signedHeaders(claims) : {};
      return created(post(app, caller, { ...draft, ...more }, headers));
    },
    /** Returns both mails of one request, when no mail is queued. */
    async delivered() {
      await until(async () => (await jobs()).length === 0);
      const find = (address: string) => server().mails.find(({ to }) => to.includes(address));
      const [customer, team] = [find(draft.email), find('team@acme.example')];
      if (customer === undefined || team === undefined) throw new Error('A mail is missing.');
      return { customer, team };
    },
  };
}
