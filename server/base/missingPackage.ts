import { ConfigurationError } from '../../src/errors.ts';

/**
 * Returns the error for an optional package that cannot be loaded. Its `import()` must be inside a
 * `try`, so that bundlers know that it is optional.
 */
export function missingPackage(name: string, use: string, cause: unknown): ConfigurationError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ConfigurationError(
    `${use} needs the package "${name}". Install it: npm install ${name} (${reason})`,
    name,
  );
}
