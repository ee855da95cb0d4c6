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
  const { code, responseCode, severity, command, table, constraint, syscall, issues } =
    fieldsOf(error);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const isQuoting = [severity, responseCode, syscall, issues].some((one) => one !== undefined);
  return {
    type: error.name,
    ...(isQuoting || error instanceof SyntaxError
      ? { responseCode, command, table, constraint, syscall, issues: codesOf(issues) }
      : { message: error.message }),
    code,
    stack: frames?.slice(0, 12).join('\n'),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Returns the codes of the issues of a schema. Their messages and paths can name fields of a person. */
function codesOf(issues: unknown): unknown[] | undefined {
  if (!Array.isArray(issues)) return undefined;
  return issues.map((issue: { code?: unknown }) => issue.code);
}

function fieldsOf(error: Error): Record<string, unknown> {
  // Zod hides the issues from an enumeration.
  return { ...('issues' in error && { issues: error.issues }), ...error };
}
