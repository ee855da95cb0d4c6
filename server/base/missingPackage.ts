import { ConfigurationError } from '../../src/errors.ts';

/**
 * The error for an optional package that does not load. Its `import()` is inside of a `try`, which is how
 * bundlers know that it may be missing.
 */
export function missingPackage(name: string, use: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigurationError(
    `${use} needs the package "${name}". Install it: npm install ${name} (${reason})`,
    name,
  );
}
