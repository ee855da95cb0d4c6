import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { ConfigurationError } from '../../../src/errors.ts';
import { refusals } from '../../base/refusals.ts';
import { type Environment, succeed } from '../../http/answer.ts';
import { readJson } from '../../http/jsonBody.ts';
import { isSame } from '../../http/operator.ts';
import { basePath } from '../app.ts';
import { Manifest } from './manifest.ts';

/** Has the server write a backup on its own disk. Only a command on the same machine may ask for it. */
export const localBackup = {
  method: 'POST',
  path: 'local/backup',
  access: 'operator',
  body: z.object({ folder: z.string() }),
  reply: Manifest,
} as const satisfies Endpoint;

/** `token`: of the local door; the ADMIN_TOKEN, which opens the API from anywhere, does not open this. */
export function addLocalBackup(
  app: Hono<Environment>,
  token: string,
  backup: (folder: string) => Promise<Manifest>,
): void {
  app.post(basePath + localBackup.path, async (c) => {
    const given = /^Bearer (\S{1,200})$/.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    if (!isSame(token, given) || c.req.header('Origin') !== undefined) {
      throw refusals.notFound('No such endpoint.');
    }
    const { folder } = z.parse(localBackup.body, await readJson(c.req.raw));
    const manifest = await backup(folder).catch((error: unknown) => {
      if (error instanceof ConfigurationError) throw refusals.malformed(error.message, error);
      throw error;
    });
    return succeed(c, manifest, 201);
  });
}
