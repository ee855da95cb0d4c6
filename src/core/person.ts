import { isEmail } from '../contract/limits.ts';
import { explain } from './explain.ts';
import { own } from './own.ts';
import { idIn, momentIn, textIn } from './textIn.ts';

/**
 * The person on the page. Values can have the types of a database: numbers and other ids become
 * text, and null means missing. `lastLogin`: a date, a time in seconds or milliseconds, or text.
 */
export interface User {
  id?: Id;
  name?: string | number | null;
  email?: string | null;
  lastLogin?: Moment;
}

/**
 * The customer's organization, with values like those of `User`. `created`: a date like
 * `lastLogin`.
 */
export interface Tenant {
  id?: Id;
  name?: string | number | null;
  plan?: string | number | null;
  created?: Moment;
}

type Id = string | number | bigint | null;
type Moment = string | number | Date | null;

/** The known details of the person: text, or undefined. */
export type ResolvedUser = { [Name in keyof User]: string };
export type ResolvedTenant = { [Name in keyof Tenant]: string };

export type OrFunction<T> = T | (() => T | null | undefined);

/**
 * Returns the person that the page names. An unusable value is omitted, and reported once in the
 * console. A getter or function that throws or returns a promise counts as missing. Never throws.
 */
export function resolveUser(source: OrFunction<User> | null | undefined): ResolvedUser {
  const { id, text, moment } = readerOf('user', source);
  const email = text('email');
  const isAddress = email !== undefined && isEmail(email);
  if (email !== undefined && !isAddress) explain(({ noEmail }) => noEmail);
  return known({
    id: id('id'),
    name: text('name'),
    email: isAddress ? email : undefined,
    lastLogin: moment('lastLogin'),
  });
}

/** Like `knownUser`, for the organization. */
export function resolveTenant(source: OrFunction<Tenant> | null | undefined): ResolvedTenant {
  const { id, text, moment } = readerOf('tenant', source);
  return known({
    id: id('id'),
    name: text('name'),
    plan: text('plan'),
    created: moment('created'),
  });
}

type Option = 'user' | 'tenant';

function readerOf(option: Option, source: unknown) {
  const row = rowOf(option, source);
  const by = (read: (path: string, value: unknown) => string | undefined) => (name: string) => {
    const path = `${option}.${name}`;
    return row ? attempt(path, () => read(path, Reflect.get(row, name))) : undefined;
  };
  return { id: by(idIn), text: by(textIn), moment: by(momentIn) };
}

/** Returns the object that the page gave, directly or through its function. */
function rowOf(option: Option, source: unknown): object | undefined {
  const row = attempt(option, () => settled(option, source));
  if (row === null || row === undefined) return undefined;
  if (typeof row === 'object') return row;
  explain(({ noRow }) => noRow(option, row));
  return undefined;
}

function settled(option: Option, source: unknown): unknown {
  const row: unknown = typeof source === 'function' ? source() : source;
  if (!(row instanceof Promise)) return row;
  row.catch(() => {}); // the error belongs to the page; nothing here waits for it
  explain(({ promised }) => promised(option));
  return undefined;
}

function attempt<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    explain(({ unreadable }) => unreadable(path), cause);
    return undefined;
  }
}

function known(values: Record<string, string | undefined>): Record<string, string> {
  return own(
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    ),
  );
}
