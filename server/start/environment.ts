import { join } from 'node:path';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import type { S3Options } from '../attachments/s3Store.ts';
import type { OAuthOptions } from '../connections/connections.ts';
import type { Isolation } from '../db/isolation.ts';
import { defaultRateLimits, type RateLimits } from '../http/rateLimit.ts';
import type { PostHogOptions } from '../jobs/posthogOptions.ts';
import type { ChatModelOptions } from '../kb/written/chatModel.ts';
import type { MailOptions } from '../mail/out/openMailer.ts';
import { answersOf, answersVariables } from './answersEnvironment.ts';
import { mailOf, mailVariables } from './mailEnvironment.ts';
import { oauthOf, oauthVariables } from './oauthEnvironment.ts';

const urlOf = (...protocols: string[]) =>
  z.string().check(
    z.refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must begin with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    }),
  );

const positive = z
  .string()
  .check(z.refine((value) => /^[1-9]\d{0,3}$/.test(value), { error: 'must be 1 to 9999' }));

const count = z
  .string()
  .check(z.refine((value) => /^\d{1,9}$/.test(value), { error: 'must be a whole number' }));

/** Validates a token that requests send in the header `Authorization`. */
const bearer = (minLength: number) =>
  z.string().check(
    z.regex(new RegExp(`^[\\x21-\\x7e]{${minLength},200}$`), {
      error: `must be ${minLength} to 200 characters of ASCII without spaces, such as from openssl rand -hex 24`,
    }),
  );

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
  ADMIN_DATABASE_URL: z.optional(urlOf('postgres:', 'postgresql:')),
  DATABASE_URL_DIRECT: z.optional(urlOf('postgres:', 'postgresql:')),
  DATABASE_ISOLATION: z.optional(z.enum(['rls', 'nile'], { error: 'must be rls or nile' })),
  DATABASE_POOL_SIZE: z.optional(positive),
  DATABASE_WAIT_SECONDS: z.optional(count),
  DATA_DIR: z._default(z.string(), '.data'),
  ...mailVariables,
  SMTP_URL: z.optional(urlOf('smtp:', 'smtps:')),
  ATTACHMENT_DIR: z.optional(z.string()),
  ENCRYPTION_KEYS: z.optional(z.string()),
  WEBHOOK_ALLOW_PRIVATE: z.optional(z.enum(['true', 'false'], { error: 'must be true or false' })),
  PUBLIC_URL: z.optional(urlOf('http:', 'https:')),
  ...oauthVariables,
  ...answersVariables,
  ATTACHMENT_SECRET: z.optional(z.string()),
  S3_ENDPOINT: z.optional(urlOf('http:', 'https:')),
  S3_BUCKET: z.optional(z.string()),
  S3_REGION: z._default(z.string(), 'us-east-1'),
  S3_ACCESS_KEY_ID: z.optional(z.string()),
  S3_SECRET_ACCESS_KEY: z.optional(z.string()),
  POSTHOG_KEY: z.optional(
    z.string().check(
      z.refine((value) => !value.startsWith('phx_'), {
        error: 'must be a project key (phc_…), not a personal one',
      }),
    ),
  ),
  POSTHOG_HOST: z._default(urlOf('http:', 'https:'), 'https://us.i.posthog.com'),
  METRICS_TOKEN: z.optional(bearer(16)),
  ADMIN_TOKEN: z.optional(bearer(24)),
  RATE_LIMIT_KEY: z.optional(count),
  RATE_LIMIT_VISITOR: z.optional(count),
  RATE_LIMIT_NETWORK: z.optional(count),
  LOG_LEVEL: z._default(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    }),
    'info',
  ),
});

export interface ServerEnvironment extends MailOptions {
  port: number;
  host: string | undefined;
  databaseUrl: string | undefined;
  /** The address with an administrator role, for `prepare`. */
  adminDatabaseUrl: string | undefined;
  databaseUrlDirect: string | undefined;
  databaseIsolation: Isolation | undefined;
  databasePoolSize: number | undefined;
  databaseWaitSeconds: number | undefined;
  dataDir: string;
  /** The data folder of the embedded database. */
  folder: string;
  attachmentDir: string;
  attachmentSecret: string | undefined;
  encryptionKeys: string | undefined;
  /** The public address of the API. */
  publicUrl: string | undefined;
  oauth: OAuthOptions | undefined;
  /** Set if `ANSWERS_URL` is set. */
  answers: ChatModelOptions | undefined;
  allowPrivateWebhooks: boolean;
  /** Set if the variables of S3 are set. */
  s3: S3Options | undefined;
  /** Set if `POSTHOG_KEY` is set. */
  posthog: PostHogOptions | undefined;
  /** Gives access to `GET metrics`. */
  metricsToken: string | undefined;
  /** Each of these tokens gives access to `admin/*`. */
  adminTokens: readonly string[];
  rateLimits: RateLimits;
  logLevel: string;
}

/**
 * Reads the settings of a server from the environment. An empty variable counts as unset.
 *
 * @throws ConfigurationError that names the variable and its allowed values. It does not contain
 * the value, which may be a secret.
 */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  defaults: { port: number; logLevel?: string; rateLimits?: RateLimits },
): ServerEnvironment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = z.safeParse(Variables, { LOG_LEVEL: defaults.logLevel, ...present });
  if (!result.success) {
    const [issue] = result.error.issues;
    const name = issue?.path.join('.') ?? '';
    throw new ConfigurationError(`The variable ${name} ${issue?.message ?? 'is wrong'}.`, name);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, LOG_LEVEL } = result.data;
  const { RATE_LIMIT_KEY, RATE_LIMIT_VISITOR, RATE_LIMIT_NETWORK } = result.data;
  const limits = defaults.rateLimits ?? defaultRateLimits;
  return {
    port: numberOf(PORT) ?? defaults.port,
    host: HOST,
    databaseUrl: DATABASE_URL,
    adminDatabaseUrl: result.data.ADMIN_DATABASE_URL,
    databaseUrlDirect: result.data.DATABASE_URL_DIRECT,
    databaseIsolation: result.data.DATABASE_ISOLATION,
    databasePoolSize: numberOf(result.data.DATABASE_POOL_SIZE),
    databaseWaitSeconds: numberOf(result.data.DATABASE_WAIT_SECONDS),
    dataDir: DATA_DIR,
    folder: join(DATA_DIR, 'db'),
    ...mailOf(result.data),
    attachmentDir: result.data.ATTACHMENT_DIR ?? join(DATA_DIR, 'attachments'),
    attachmentSecret: result.data.ATTACHMENT_SECRET,
    encryptionKeys: result.data.ENCRYPTION_KEYS,
    publicUrl: result.data.PUBLIC_URL,
    oauth: oauthOf(result.data),
    answers: answersOf(result.data),
    allowPrivateWebhooks: result.data.WEBHOOK_ALLOW_PRIVATE === 'true',
    s3: s3Of(result.data),
    posthog:
      result.data.POSTHOG_KEY === undefined
        ? undefined
        : { key: result.data.POSTHOG_KEY, host: result.data.POSTHOG_HOST },
    metricsToken: result.data.METRICS_TOKEN,
    adminTokens: result.data.ADMIN_TOKEN === undefined ? [] : [result.data.ADMIN_TOKEN],
    rateLimits: {
      keyPerHour: numberOf(RATE_LIMIT_KEY) ?? limits.keyPerHour,
      visitorPerMinute: numberOf(RATE_LIMIT_VISITOR) ?? limits.visitorPerMinute,
      networkPerMinute: numberOf(RATE_LIMIT_NETWORK) ?? limits.networkPerMinute,
    },
    logLevel: LOG_LEVEL,
  };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** If one of these S3 variables is set, all are required. */
function s3Of(variables: z.infer<typeof Variables>): S3Options | undefined {
  const known = s3Names.find((name) => variables[name] !== undefined);
  if (known === undefined) return undefined;
  const needed = (name: (typeof s3Names)[number]) => {
    const value = variables[name];
    if (value !== undefined) return value;
    throw new ConfigurationError(`The variable ${name} must be set together with ${known}.`, name);
  };
  return {
    endpoint: needed('S3_ENDPOINT'),
    bucket: needed('S3_BUCKET'),
    region: variables.S3_REGION,
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
  };
}
