import pg from 'pg';
import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { defineProvider, type Endpoint } from '../ask/provider.ts';
import { readServerUrl, serverUrl } from '../ask/serverUrl.ts';
import { codeOf } from '../base/errorCode.ts';
import { IntegrationError } from '../base/integrationError.ts';

/** A parameter in the addresses of some services, which is not needed to sign in. */
const ignored = 'channel_binding';
const credentials = z.object({
  url: serverUrl(['postgres:', 'postgresql:'], ['sslmode', ignored]),
});

export const postgres = defineProvider({ id: 'postgres', baseUrl: '', credentials, probe: query });

/** NileDB uses the protocol of Postgres. */
export const niledb = defineProvider({ id: 'niledb', baseUrl: '', credentials, probe: query });

async function query({ url }: z.infer<typeof credentials>, { signal }: Endpoint): Promise<void> {
  const client = new pg.Client(optionsOf(url));
  // Ignores errors of the socket after `end`.
  client.on('error', () => {});
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Too late.')), { once: true });
  });
  try {
    await Promise.race([client.connect().then(() => client.query('select 1')), late]);
  } catch (cause) {
    const type = errorTypeOf(codeOf(cause));
    throw new IntegrationError(type, sentences[type] ?? 'The database failed.', { cause });
  } finally {
    client.end().catch(() => {}); // it was never connected
  }
}

/** Sets every option, because `pg` reads missing ones from this server's environment. */
function optionsOf(url: string): pg.ClientConfig {
  const { host, port = 5_432, user, password, path, options } = readServerUrl(url);
  const isSealed = /^(require|verify-ca|verify-full)$/.test(options.get('sslmode') ?? '');
  return {
    host,
    port,
    user: user || 'postgres',
    password: () => password,
    database: path || user || 'postgres',
    ssl: isSealed,
    connectionTimeoutMillis: 20_000,
  };
}

const sentences: Partial<Record<IntegrationErrorType, string>> = {
  authentication_error: 'The database rejected our credentials.',
  authorization_error: 'Our credentials do not allow this.',
  configuration_error: 'There is no such database.',
  quota_error: 'The database has no free connection.',
  network_error: 'The database could not be reached.',
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function errorTypeOf(code: unknown): IntegrationErrorType {
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return 'network_error';
  if (code.startsWith('28')) return 'authentication_error';
  if (code === '42501') return 'authorization_error';
  if (code === '3D000') return 'configuration_error';
  return code.startsWith('53') ? 'quota_error' : 'api_error';
}
