import { join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigurationError } from '../src/errors.ts';
import { defaultRateLimits, type RateLimits } from './middleware/rateLimit.ts';

const urlOf = (...protocols: string[]) =>
  z.string().check(
    z.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    }),
  );

const count = z
  .string()
  .check(z.refine((value) => /^\d{1,9}$/.test(value), { error: 'must be a whole number' }));

const Variables = z.object({
  PORT: z.optional(
    z.string().check(
      z.refine((value) => /^\d+$/.test(value) && Number(value) <= 65_535, {
        error: 'must be a port, 0 to 65535',
      }),
    ),
  ),
  HOST: z.optional(z.string()),
  DATABASE_URL: z.optional(urlOf('postgres:', 'postgresql:')),
  DATA_DIR: z._default(z.string(), '.data'),
  SMTP_URL: z.optional(urlOf('smtp:', 'smtps:')),
  RATE_LIMIT_KEY: z.optional(count),
  RATE_LIMIT_VISITOR: z.optional(count),
  LOG_LEVEL: z._default(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    }),
    'info',
  ),
});

export interface ServerEnvironment {
  port: number;
  host: string | undefined;
  databaseUrl: string | undefined;
  dataDir: string;
  /** Of the embedded database. */
  folder: string;
  smtpUrl: string | undefined;
  rateLimits: RateLimits;
  logLevel: string;
}

/**
 * Reads the settings of a server from the environment. An empty variable counts as unset.
 *
 * @throws ConfigurationError that names the variable and what it must be, not what it was: it may be a secret.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  defaults: { port: number; logLevel?: string; rateLimits?: RateLimits },
): ServerEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = z.safeParse(Variables, { LOG_LEVEL: defaults.logLevel, ...given });
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = issue?.path.join('.') ?? '';
    throw new ConfigurationError(`The variable ${name} ${issue?.message ?? 'is wrong'}.`, name);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, SMTP_URL, LOG_LEVEL } = result.data;
  const { RATE_LIMIT_KEY, RATE_LIMIT_VISITOR } = result.data;
  const limits = defaults.rateLimits ?? defaultRateLimits;
  return {
    port: PORT === undefined ? defaults.port : Number(PORT),
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDir: DATA_DIR,
    folder: join(DATA_DIR, 'db'),
    smtpUrl: SMTP_URL,
    rateLimits: {
      keyPerHour: RATE_LIMIT_KEY === undefined ? limits.keyPerHour : Number(RATE_LIMIT_KEY),
      visitorPerMinute:
        RATE_LIMIT_VISITOR === undefined ? limits.visitorPerMinute : Number(RATE_LIMIT_VISITOR),
    },
    logLevel: LOG_LEVEL,
  };
}
