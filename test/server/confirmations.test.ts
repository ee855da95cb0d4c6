import { expect, test } from 'vitest';
import { listen } from '../../server/start/listen.ts';
import { createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { headersOf } from './support/envelope.ts';
import { openMailing } from './support/mailing.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const mailing = openMailing(database);

test('a mail to an unverified address contains no text of the request', async () => {
  mailing.deliver();
  const words = { subject: 'Buy pills', description: 'http://evil.example', name: 'Prince' };
  await mailing.send(words, {}, false);
  const { customer, team } = await mailing.delivered();
  for (const word of Object.values(words)) {
    expect(customer.raw).not.toContain(word);
    expect(team.raw).toContain(word);
  }
  expect(customer.email.subject).toBe('[PM-1001] Your request to Acme');
});

async function open(settings?: Parameters<typeof createTenant>[1]) {
  const { id, publishableKey: key } = await createTenant(database.kysely, settings);
  const app = createTestApp(database);
  return {
    app,
    key,
    submit: (email: string, more: Record<string, string> = {}) =>
      post(app, { key, visitor: newId() }, { ...draft, email }, more),
    /** Returns the number of queued mails. */
    count: async (type = 'send_ticket_confirmation') =>
      (
        await asSuperuser(
          database.kysely,
          `select 1 from support.jobs where type = '${type}'
           and tenant_id = '${id}'`,
        )
      ).length,
  };
}

test('an account can disable mails to such addresses', async () => {
  const { submit, count } = await open({ confirm_unverified: false });
  expect((await submit('ada@customer.example')).status).toBe(201);
  expect(await count()).toBe(0);
});

test('one address gets three confirmations per day, in any spelling', async () => {
  const { submit, count } = await open();
  for (let n = 0; n < 6; n++) {
    const email = n % 2 === 0 ? 'ada@customer.example' : 'Ada@Customer.example';
    expect((await submit(email)).status).toBe(201);
  }
  for (const email of ['ada+1@customer.example', 'ada+2@Customer.Example']) {
    expect((await submit(email)).status).toBe(201);
  }
  expect(await count()).toBe(3);
});

/** Serves the API as over the network, behind a proxy on this machine. */
async function serve({ app, key }: Pick<Awaited<ReturnType<typeof open>>, 'app' | 'key'>) {
  const { port, close } = await listen(app.fetch, { port: 0, host: '127.0.0.1' });
  return {
    close,
    async submit(email: string, forwarded: string): Promise<number> {
      const response = await fetch(`http://127.0.0.1:${port}/v1/support/tickets`, {
        method: 'POST',
        headers: {
          ...headersOf({ key, visitor: newId() }),
          'Content-Type': 'application/json',
          'Idempotency-Key': newId(),
          'X-Forwarded-For': forwarded,
        },
        body: JSON.stringify({ ...draft, email }),
      });
      await response.body?.cancel();
      return response.status;
    },
  };
}

test('a flood of concurrent requests from one network to one address sends three mails', async () => {
  const account = await open();
  const { submit, close } = await serve(account);
  const flood = Array.from({ length: 70 }, () => submit('victim@third.example', '8.8.8.8'));
  expect(new Set(await Promise.all(flood))).toEqual(new Set([201]));
  await close();
  expect(await account.count()).toBe(3);
  expect(await account.count('notify_support_team')).toBe(60);
  // Other requests are not delayed.
  expect((await account.submit('ada@customer.example')).status).toBe(201);
  expect(await account.count()).toBe(4);
});

test('one network sends confirmations to twenty addresses per hour', async () => {
  const account = await open();
  const { submit, close } = await serve(account);
  for (let n = 0; n < 25; n++) {
    // A visitor cannot claim another network before the proxy's entry.
    expect(await submit(`victim-${n}@third.example`, `9.9.${n}.9, 8.8.8.${n}`)).toBe(201);
  }
  await close();
  expect(await account.count()).toBe(20);
});
