import pg from 'pg';
import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { defineProvider, type Reach } from '../ask/provider.ts';
import { codeOf } from '../base/errorCode.ts';
import { IntegrationError } from '../base/integrationError.ts';

const credentials = z.object({
  url: z.string({ error: 'Is needed.' }).check(
    z.refine((value) => URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol), {
      error: 'Must begin with postgres:// or postgresql://.',
    }),
  ),
});

export const postgres = defineProvider({ id: 'postgres', baseUrl: '', credentials, probe: query });

/** NileDB speaks Postgres. */
export const niledb = defineProvider({ id: 'niledb', baseUrl: '', credentials, probe: query });

async function query({ url }: z.infer<typeof credentials>, { signal }: Reach): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  // After `end`, an error of the socket is nobody's business.
  client.on('error', () => {});
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('Too late.')), { once: true });
  });
  try {
    await Promise.race([client.connect().then(() => client.query('select 1')), late]);
  } catch (cause) {
    const type = typeOf(codeOf(cause));
    throw new IntegrationError(type, sentences[type] ?? 'The database failed.', { cause });
  } finally {
    client.end().catch(() => {}); // it never was connected
  }
}

const sentences: Partial<Record<IntegrationErrorType, string>> = {
  authentication_error: 'The database refused our credentials.',
  authorization_error: 'Our credentials do not allow this.',
  configuration_error: 'There is no such database.',
  quota_error: 'The database has no connection left.',
  network_error: 'The database could not be reached.',
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function typeOf(code: unknown): IntegrationErrorType {
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return 'network_error';
  if (code.startsWith('28')) return 'authentication_error';
  if (code === '42501') return 'authorization_error';
  if (code === '3D000') return 'configuration_error';
  return code.startsWith('53') ? 'quota_error' : 'api_error';
}
