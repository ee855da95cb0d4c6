import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigurationError } from '../../src/errors.ts';

/** A command of `support-server`. */
export interface Command {
  /** One line of help. */
  summary: string;
  /** The arguments after the name, such as `<folder> [--account <id>]`. */
  usage: string;
  /**
   * The audit log that gets an entry for each use: the account's or the operator's. `none`: the
   * command only reads, or runs before a log exists.
   */
  log: 'account' | 'operator' | 'none';
  /** Additional help text. */
  details?: string;
  /**
   * Runs the command with the arguments after its name.
   * @throws ConfigurationError for wrong arguments
   */
  run(args: string[]): Promise<void>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses arguments like `parseArgs`. @throws ConfigurationError */
export function readArguments<T extends Options>(
  args: string[],
  options: T,
): ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // The hint of Node.js about arguments that begin with a dash does not apply here.
    throw wrongArguments(reason.split(' To specify a positional argument')[0] ?? reason);
  }
}

export function wrongArguments(reason: string): ConfigurationError {
  return new ConfigurationError(reason, 'arguments');
}

/**
 * Escapes control characters (the escapes are valid JSON), because others write names and mails,
 * and a terminal must not interpret them. Keeps line breaks and tabs.
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
