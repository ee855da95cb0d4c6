import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigurationError } from '../../src/errors.ts';

/** A command of `support-server`. */
export interface Command {
  /** One line. */
  summary: string;
  /** The arguments after the name: `<folder> [--account <id>]`. */
  usage: string;
  /** Additional help. */
  details?: string;
  /** Takes what comes after the name. @throws ConfigurationError for wrong arguments */
  run(args: string[]): Promise<void>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads arguments as `parseArgs` does. @throws ConfigurationError */
export function readArguments<T extends Options>(
  args: string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw wrongArguments(error instanceof Error ? error.message : String(error));
  }
}

export function wrongArguments(reason: string): ConfigurationError {
  return new ConfigurationError(reason, 'arguments');
}

export function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
