import { ConfigurationError } from '../../../src/errors.ts';
import { callbackPath } from '../../base/paths.ts';
import type { Database } from '../../db/db.ts';
import type { ServerEnvironment } from '../environment.ts';
import type { LocalAddress } from '../localAccess.ts';
import { checkMetricsPackage } from '../openMetrics.ts';
import { checkMirrorPackage } from '../openMirror.ts';
import type { Finding } from './database.ts';

const answerTimeoutMs = 10_000;

/** A running server with the embedded database checked its tables when it started. */
export async function checkReady({ url }: LocalAddress): Promise<Finding> {
  const response = await fetch(`${url}readyz`, { signal: AbortSignal.timeout(answerTimeoutMs) });
  await response.body?.cancel();
  if (response.ok) return [true, `runs at ${url}, and its database answers`];
  throw new ConfigurationError(
    `It runs at ${url}, but its database does not respond. Restart it, and read its log.`,
    'DATA_DIR',
  );
}

export async function checkFiles(
  environment: ServerEnvironment,
  { isEmbedded }: Database,
): Promise<Finding> {
  const { openAttachments } = await import('../../attachments/attachments.ts');
  await openAttachments(environment.attachmentDir, environment, isEmbedded);
  return [true, environment.s3 === undefined ? `in ${environment.attachmentDir}` : 'in S3'];
}

/** Checks the packages that are needed only with certain variables. */
export async function checkPackages(environment: ServerEnvironment): Promise<Finding> {
  if (environment.metricsToken !== undefined) await checkMetricsPackage();
  if (environment.posthog !== undefined) await checkMirrorPackage();
  return [true, 'everything that this environment needs is installed'];
}

export async function checkMail(environment: ServerEnvironment): Promise<Finding> {
  const { smtpUrl, mailgun, sendgrid } = environment;
  const names = [mailgun && 'Mailgun', sendgrid && 'SendGrid', smtpUrl && 'SMTP'].filter(Boolean);
  if (names.length === 0) {
    return [
      null,
      'without SMTP_URL, MAILGUN_API_KEY or SENDGRID_API_KEY mails stay queued. Set one.',
    ];
  }
  if (smtpUrl !== undefined) {
    const { checkSmtp } = await import('../../mail/out/smtp.ts');
    await checkSmtp(smtpUrl).catch((error: unknown) => {
      throw new ConfigurationError(
        `The server in SMTP_URL refuses the connection: ${reasonOf(error)}. Check host, port, user and password; smtps:// is for port 465, smtp:// for 587.`,
        'SMTP_URL',
      );
    });
  }
  return [true, names.join(', ')];
}

/** Checks whether the public address leads to a server of this product. */
export async function checkPublicUrl({ publicUrl }: ServerEnvironment): Promise<Finding> {
  if (publicUrl === undefined) {
    return [null, 'set PUBLIC_URL to connect accounts by OAuth and to verify signed webhooks'];
  }
  const url = new URL('v1/healthz', `${publicUrl.replace(/\/$/, '')}/`);
  const signal = AbortSignal.timeout(answerTimeoutMs);
  const response = await fetch(url, { signal, redirect: 'error' }).catch((error: unknown) => {
    throw new ConfigurationError(
      `${url.href} does not respond (${reasonOf(error)}). Start the server, and check that PUBLIC_URL and the proxy lead to it.`,
      'PUBLIC_URL',
    );
  });
  await response.body?.cancel();
  if (response.ok) return [true, `${publicUrl} answers`];
  throw new ConfigurationError(
    `${url.href} answers ${response.status}. The proxy must hand everything under /v1/ to the server.`,
    'PUBLIC_URL',
  );
}

/** Recommendations for the operator. */
export function listNotes(environment: ServerEnvironment): string[] {
  const { oauth, databaseUrl, encryptionKeys, adminTokens } = environment;
  const redirects = Object.keys(oauth?.clients ?? {}).map((provider) => {
    const uri = `${oauth?.publicUrl.replace(/\/$/, '')}/v1/${callbackPath.replace('{provider}', provider)}`;
    return `todo  OAuth of ${provider}: its client must allow the redirect URI ${uri}`;
  });
  return [
    ...redirects,
    ...(databaseUrl !== undefined && encryptionKeys === undefined
      ? [
          'none  Encryption: without ENCRYPTION_KEYS no credentials of integrations can be stored. Set k1: followed by the output of: openssl rand -base64 32',
        ]
      : []),
    ...(adminTokens.length === 0
      ? ['none  Administration: without ADMIN_TOKEN only admin agents can use admin/*']
      : []),
  ];
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
