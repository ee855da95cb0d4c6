const unreachable = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT']);
const certificate = /CERT|^UNABLE_TO_|^ERR_TLS/;

/** Explanations by SQLSTATE. */
const sentences: Partial<Record<string, string>> = {
  '28P01':
    'The database rejects the password. Correct user and password in DATABASE_URL; write special characters percent-encoded.',
  '28000':
    'The database rejects this user or an unencrypted connection. Correct the user in DATABASE_URL, or add ?sslmode=require.',
  '3D000':
    'The database that DATABASE_URL names does not exist. Correct its name, or have an administrator of this Postgres make it: ADMIN_DATABASE_URL=… support-server prepare',
  '42501':
    'The user of DATABASE_URL may not create tables. Have an administrator of this Postgres allow it: ADMIN_DATABASE_URL=… support-server prepare',
  '25006': 'DATABASE_URL is a read-only replica. Use the address of the primary.',
  '53300':
    'The database has no free connection. Raise its max_connections, or lower DATABASE_POOL_SIZE.',
  '53100': 'The disk of the database is full. Free some space on it.',
  '57P03': 'The database is still starting. Try again, or raise DATABASE_WAIT_SECONDS.',
};

const makeUser =
  'If the user does not exist yet, an administrator creates it: ADMIN_DATABASE_URL=… support-server prepare';

/**
 * Explains in one sentence why the database could not be opened, and how to fix it. Returns
 * undefined for other errors. `variable`: the environment variable with the address.
 */
export function explainDatabaseFailure(
  error: Error,
  variable = 'DATABASE_URL',
): string | undefined {
  const sentence = sentenceOf(error)?.replaceAll(/(?<!ADMIN_)DATABASE_URL/g, variable);
  const isUnknownUser = 'code' in error && (error.code === '28P01' || error.code === '28000');
  return isUnknownUser && variable === 'DATABASE_URL' ? `${sentence} ${makeUser}` : sentence;
}

function sentenceOf(error: Error): string | undefined {
  if (error instanceof AggregateError) {
    const [first] = error.errors;
    return first instanceof Error ? sentenceOf(first) : undefined;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (unreachable.has(code) || /^timeout exceeded when trying to connect/.test(error.message)) {
    return `The database does not respond${code && ` (${code})`}. Start it, or correct host and port in DATABASE_URL.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `The host name in DATABASE_URL is not known (${code}). Correct it.`;
  }
  if (/does not support SSL/.test(error.message)) {
    return 'The database has no encryption. Remove sslmode from DATABASE_URL, or switch encryption on in the database.';
  }
  if (certificate.test(code)) {
    return `The certificate of the database is not trusted (${code}). Add sslrootcert=/path/to/ca.pem to DATABASE_URL.`;
  }
  const newer = /previously executed migration (\S+) is missing/.exec(error.message)?.[1];
  if (newer !== undefined) {
    return `A newer version of the server has already changed the database (${newer}). Start that version, or a later one.`;
  }
  return sentences[code];
}
