import { once } from 'node:events';
import { freePort } from '../server/support/cluster.ts';
import { expect, test } from './support/consumer.ts';
import { runCommands, startSurroundings, writeVariables } from './support/hostedBackend.ts';
import { copyProject } from './support/project.ts';
import { servePages } from './support/serve.ts';
import { sendRequest } from './support/useWidget.ts';

// The page shows an integration of the demo, which this backend does not have.
test.use({ allowed: /No integration is called/ });

const secret = { Authorization: 'Bearer of-the-scheduler' };

for (const { name, what, tick } of [
  { name: 'workers', what: 'a Cloudflare Worker', tick: '__scheduled?cron=*+*+*+*+*' },
  { name: 'next-backend', what: 'a route handler of Next.js', tick: 'tick' },
] as const) {
  test(`the backend runs as ${what}: a request is stored, its mails are sent, and the schedule works`, async ({
    page,
    prepare,
  }) => {
    const surroundings = await startSurroundings();
    const { variables, cluster, smtp } = surroundings;
    const backend = copyProject(name);
    const ends: (() => unknown)[] = [() => backend.remove(), () => surroundings.stop()];
    try {
      const pages = await prepare('html');
      await backend.install(process.env.TARBALL_SERVER);
      await backend.script('types');
      expect(await backend.script('build')).not.toMatch(/warn/i);
      await runCommands(backend.folder, variables, 'migrate', 'seed');
      writeVariables(backend.folder, variables);
      const port = await freePort();
      const server = backend.start(port, 'start');
      if (server) ends.unshift(() => server.kill('SIGTERM') && once(server, 'exit'));
      const url = `http://127.0.0.1:${port}/`;
      const isReady = () =>
        fetch(`${url}v1/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
      await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
      const site = await servePages(url, { folder: `${pages.folder}/dist` });
      ends.unshift(site.close);

      await page.goto(site.url);
      await sendRequest(page);
      const waiting = () => cluster.admin('select type from support.jobs', 'support');
      await expect.poll(waiting).toEqual([]);
      expect(smtp.mails.flatMap(({ to }) => to)).toContain('ada@northwind.example');

      await cluster.admin('update support.chores set due_at = now()', 'support');
      expect((await fetch(url + tick, { headers: secret })).status).toBe(200);
      const due = 'select 1 from support.chores where due_at <= now()';
      await expect.poll(() => cluster.admin(due, 'support')).toEqual([]);
    } finally {
      await page.goto('about:blank'); // a page reports errors when its backend ends
      for (const end of ends) await end();
    }
  });
}
