import { listAccounts } from '../../src/contract/adminAccount.ts';
import { type AdminApi, withAdminApi } from './adminApi.ts';
import { readArguments, wrongArguments } from './command.ts';
import { noAccount, onlyAccount } from './whichAccount.ts';

/** An option with a text value. */
export const text = { type: 'string' } as const;

/**
 * Returns the account of a command: the named account, or else the only one.
 * @throws ConfigurationError
 */
export async function chooseAccount(api: AdminApi, named: string | undefined): Promise<string> {
  const { accounts } = await api.call(listAccounts);
  if (named === undefined) return onlyAccount(accounts);
  const found = accounts.find(({ id }) => id === named.toLowerCase());
  if (found !== undefined) return found.id;
  throw noAccount(named);
}

/**
 * Runs a command whose only option is the account.
 * @throws ConfigurationError for other arguments
 */
export async function withAccount(
  args: string[],
  work: (api: AdminApi, account: string) => Promise<void>,
): Promise<void> {
  const { positionals, values } = readArguments(args, { account: text });
  expectNoMore(positionals);
  await withAdminApi(async (api) => work(api, await chooseAccount(api, values.account)));
}

/** @throws ConfigurationError if there are unexpected arguments */
export function expectNoMore(positionals: readonly string[]): void {
  if (positionals.length > 0)
    throw wrongArguments(`Unexpected arguments: ${positionals.join(' ')}.`);
}

/**
 * Returns the id that a command requires, given as an option or as an argument.
 * @throws ConfigurationError with the message `missing`
 */
export function idOf(
  named: string | undefined,
  positionals: readonly string[],
  missing: string,
): string {
  const [id = named, ...more] = positionals;
  expectNoMore(named === undefined ? more : positionals);
  if (id === undefined) throw wrongArguments(missing);
  return id;
}

/** Like `numberOf`, for numbers above 0. @throws ConfigurationError also for numbers above `max` */
export function amountOf(option: string, input: string, max = 36_500): number {
  const value = numberOf(option, input);
  if (value > 0 && value <= max) return value;
  throw wrongArguments(`${option} must be more than 0, and at most ${max}.`);
}

/** Parses a whole number within limits. @throws ConfigurationError that names the limits */
export function wholeNumberOf(
  option: string,
  input: string,
  { min, max }: { min: number; max: number },
): number {
  const value = /^\d{1,9}$/.test(input) ? Number(input) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw wrongArguments(`${option} must be a whole number from ${min} to ${max}.`);
}

/** Returns `input` if it is one of the values. @throws ConfigurationError that lists the values */
export function oneOf<T extends string>(option: string, input: string, values: readonly T[]): T {
  const found = values.find((value) => value === input);
  if (found !== undefined) return found;
  throw wrongArguments(`${option} must be one of ${values.join(', ')}.`);
}

/** Parses a number. @throws ConfigurationError if it is not a number, or less than 0 */
export function numberOf(option: string, input: string): number {
  const value = Number(input);
  if (input.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw wrongArguments(`${option} must be a number.`);
}
