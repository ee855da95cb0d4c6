import { createPost } from '../../../server/base/post.ts';
import type { ConformanceOptions } from '../../../server/conformance/testedBackend.ts';
import type { Database } from '../../../server/db/db.ts';
import { defaultRateLimits } from '../../../server/http/rateLimit.ts';
import { createLiveHub } from '../../../server/live/hub.ts';
import { listenForLive } from '../../../server/live/listener.ts';
import { startWorker } from '../../../server/queue/worker.ts';
import { type Fetch, listen } from '../../../server/start/listen.ts';
import { webhookDeliveries } from '../../../server/webhooks/out/deliver.ts';
import { createTestApp, silent } from './api.ts';
import { articleOf, importFiles } from './articles.ts';
import { identitySecret } from './identity.ts';
import { createTestIntegrations, testVault } from './integrations.ts';
import { createTenant } from './tenant.ts';

/** Forwards requests of tests like a proxy, optionally changed. */
export type Intercept = (request: Request, next: Fetch) => Response | Promise<Response>;

/** Serves the reference backend with its default limits over HTTP, behind a proxy. */
export async function serveReference(database: Database) {
  const allowed = 'https://app.acme.example';
  const tenant = await createTenant(database.kysely, { identity_secrets: [identitySecret] });
  const other = await createTenant(database.kysely);
  await importFiles(database.kysely, tenant.id, {
    'en/spf.md': articleOf('Verify a domain', 'Add the SPF record, then wait.'),
  });
  const live = createLiveHub();
  const listening = await listenForLive(database, live, silent);
  const stopping = new AbortController();
  const post = createPost({ allowPrivate: true, timeoutMs: 10_000 });
  const { kysely: db } = database;
  const worker = startWorker({
    db,
    handlers: webhookDeliveries(db, { vault: testVault, post }),
    logger: silent,
    pollMs: 10,
  });
  const app = createTestApp(database, {
    live,
    integrations: createTestIntegrations(database, { allowPrivateWebhooks: true }),
    stopping: stopping.signal,
    rateLimits: defaultRateLimits,
  });
  let proxy: Intercept = (request, next) => next(request);
  const server = await listen((request) => proxy(request, app.fetch), {
    port: 0,
    host: '127.0.0.1',
  });
  const options: ConformanceOptions = {
    url: `http://127.0.0.1:${server.port}/v1/`,
    key: tenant.publishableKey,
    secret: tenant.secretKey,
    otherKey: other.publishableKey,
    origin: allowed,
    identitySecret,
  };
  return {
    options,
    setProxy(next: Intercept) {
      proxy = next;
    },
    async close() {
      stopping.abort();
      await server.close(0);
      await worker.stop();
      await listening.stop();
    },
  };
}
