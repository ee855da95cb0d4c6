import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { type Environment, type RequestContext, succeed } from '../http/envelope.ts';
import { readJson } from '../http/jsonBody.ts';
import { isSame } from '../http/operator.ts';
import { basePath } from './app.ts';
import type { Backend } from './backend.ts';
import { Manifest } from './backup/manifest.ts';
import { JobsRequest, runJobsRequest } from './jobsRequest.ts';
import { PrivacyRequest, runPrivacyRequest } from './privacyRequest.ts';
import { Resealed } from './reseal.ts';
import { seedByCommand } from './seed.ts';
import { explainStartFailure } from './startup.ts';
import { checkAccount } from './whichAccount.ts';

/** Makes the server write a backup on its own disk. */
export const localBackup = {
  method: 'POST',
  path: 'local/backup',
  access: 'operator',
  body: z.object({ folder: z.string() }),
  reply: Manifest,
} as const satisfies Endpoint;

/** Makes the server encrypt all stored credentials again with its current key. */
export const localReseal = {
  method: 'POST',
  path: 'local/reseal',
  access: 'operator',
  reply: Resealed,
} as const satisfies Endpoint;

/** Adds the accounts of the demo. */
export const localSeed = {
  method: 'POST',
  path: 'local/seed',
  access: 'operator',
  reply: z.object({ seeded: z.literal(true) }),
} as const satisfies Endpoint;

/** Lists dead jobs, or queues them again. */
export const localJobs = {
  method: 'POST',
  path: 'local/jobs',
  access: 'operator',
  body: JobsRequest,
  reply: z.object({ lines: z.array(z.string()) }),
} as const satisfies Endpoint;

/** Exports or erases all data of a person. */
export const localPrivacy = {
  method: 'POST',
  path: 'local/privacy',
  access: 'operator',
  body: PrivacyRequest,
  reply: z.record(z.string(), z.unknown()),
} as const satisfies Endpoint;

/**
 * Adds the commands that a server with the embedded database accepts from the same machine.
 * `token`: the token of the local door. The ADMIN_TOKEN, which gives access to the API from
 * anywhere, does not work here.
 */
export function addLocalCommands(
  app: Hono<Environment>,
  token: string,
  backend: Pick<Backend, 'backup' | 'reseal' | 'database'>,
): void {
  const { database } = backend;
  const add = ({ path }: Endpoint, run: (c: RequestContext) => Promise<unknown>) =>
    app.post(basePath + path, async (c) => {
      const received = /^Bearer (\S{1,200})$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
      if (!isSame(token, received) || c.req.header('Origin') !== undefined) {
        throw apiErrors.noEndpoint();
      }
      const result = await run(c).catch((error: unknown) => {
        const sentence = explainStartFailure(error);
        throw sentence === undefined ? error : apiErrors.malformed(sentence, error);
      });
      return succeed(c, result, 201);
    });
  add(localBackup, async (c) => backend.backup((await readBody(c, localBackup.body)).folder));
  add(localReseal, () => backend.reseal());
  add(localSeed, async () => {
    await seedByCommand(database.kysely);
    return { seeded: true };
  });
  add(localJobs, async (c) => ({
    lines: await runJobsRequest(database.kysely, await readBody(c, localJobs.body)),
  }));
  add(localPrivacy, async (c) => {
    const body = await readBody(c, localPrivacy.body);
    await checkAccount(database, body.account);
    return runPrivacyRequest(database.kysely, body);
  });
}

async function readBody<T>(c: RequestContext, schema: z.ZodMiniType<T>): Promise<T> {
  const { success, data, error } = z.safeParse(schema, await readJson(c.req.raw));
  if (success) return data;
  throw apiErrors.malformed(error.issues[0]?.message ?? 'The body is invalid.');
}
