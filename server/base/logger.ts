import { type Logger, pino } from 'pino';

export type { Logger };

export function createLogger(level: string): Logger {
  return pino({ level, base: null, serializers: { err: describeError } });
}

/**
 * Returns the part of an error that may be logged. Messages of the database and of mail servers can repeat
 * what a person wrote, so only their code and stack are logged.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, responseCode, severity, command, table, constraint } = fieldsOf(error);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const isForeign = severity !== undefined || responseCode !== undefined;
  return {
    type: error.name,
    ...(isForeign ? { responseCode, command, table, constraint } : { message: error.message }),
    code,
    stack: frames?.slice(0, 12).join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function fieldsOf(error: Error): Record<string, unknown> {
  return { ...error };
}
