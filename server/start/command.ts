import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigurationError } from '../../src/errors.ts';

/** A command of `support-server`. */
export interface Command {
  /** One line. */
  summary: string;
  /** The arguments after the name: `<folder> [--account <id>]`. */
  usage: string;
  /**
   * The log that each use adds an entry to: of the account, or of the operator. `none`: the command reads
   * only, or runs before there is a log.
   */
  log: 'account' | 'operator' | 'none';
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
    const reason = error instanceof Error ? error.message : String(error);
    // Node.js's own advice about arguments that begin with a dash does not help here.
    throw wrongArguments(reason.split(' To specify a positional argument')[0] ?? reason);
  }
}

export function wrongArguments(reason: string): ConfigurationError {
  return new ConfigurationError(reason, 'arguments');
}

/**
 * Writes control characters as escapes, which JSON reads too. Names and mails are written by others: a
 * terminal must not obey them. Lines and tabs stay.
 */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

export function print(...lines: string[]): void {
  process.stdout.write(`${printable(lines.join('\n'))}\n`);
}

export function printError(...lines: string[]): void {
  process.stderr.write(`${printable(lines.join('\n'))}\n`);
}
