import { isEmail } from '../contract/limits.ts';
import { explain } from './explain.ts';
import { own } from './own.ts';
import { momentIn, textIn } from './textIn.ts';

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

const userFields = {
  id: textIn,
  name: textIn,
  email: (path: string, value: unknown) => textIn(path, value, isEmail),
  lastLogin: momentIn,
};
const tenantFields = { id: textIn, name: textIn, plan: textIn, created: momentIn };

/**
 * Returns the person that the page names. An unusable value is omitted, and reported once in the
 * console. A getter or function that throws or returns a promise counts as missing. Never throws.
 */
export function resolveUser(source: OrFunction<User> | null | undefined): ResolvedUser {
  return resolve('user', source, userFields);
}

/** Like `resolveUser`, for the organization. */
export function resolveTenant(source: OrFunction<Tenant> | null | undefined): ResolvedTenant {
  return resolve('tenant', source, tenantFields);
}

type Option = 'user' | 'tenant';
type ReadField = (path: string, value: unknown) => string | undefined;

function resolve(option: Option, source: unknown, fields: Readonly<Record<string, ReadField>>) {
  const row = attempt(option, () => rowOf(source));
  const known: Record<string, string> = own({});
  for (const [name, read] of Object.entries(fields)) {
    const path = `${option}.${name}`;
    const value = attempt(path, () =>
      // A row can be a `Map`, or a model with a `get`.
      read(path, memberOf(row, name) ?? Object(memberOf(row, 'get')).call?.(row, name)),
    );
    if (value) known[name] = value;
  }
  if (row && !Object.keys(known)[0]) {
    Object(row).catch?.(() => {}); // the error of a promise belongs to the page
    explain(({ noRow }) => noRow(option, row, Object.keys(fields)));
  }
  return known;
}

/**
 * Returns what the page gave, directly, through its function, or in a signal. A row with an id
 * can have a column `value`.
 */
function rowOf(source: unknown): unknown {
  const row: unknown = typeof source === 'function' ? source() : source;
  const value = memberOf(row, 'value');
  return value === undefined || memberOf(row, 'id') != null ? row : value;
}

/** Has what a page adds to every object. */
const plain = Object({});

/** Returns a member of an object, except for one that every object of the page has. */
function memberOf(row: unknown, name: string): unknown {
  const member: unknown = Object(typeof row === 'object' && row)[name];
  return member === plain[name] ? undefined : member;
}

function attempt<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    explain(({ unreadable }) => unreadable(path), cause);
    return undefined;
  }
}
