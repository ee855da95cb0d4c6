import type { SupportConfig } from './config.ts';
import { checks, fallbacks, isObject, isText } from './configChecks.ts';
import { own } from './core/own.ts';
import type { Visitor } from './core/visitor.model.ts';

export interface ReadConfig {
  /** The valid options, and replacements for wrong ones; frozen. */
  options: Readonly<SupportConfig>;
  wrong: readonly WrongOption[];
}

/** A wrong option. `configErrors.ts` explains it. */
export interface WrongOption {
  name: string;
  value: unknown;
  why: 'value' | 'secret' | 'unreadable' | 'unknown' | 'fixed' | 'no visitor' | 'no object';
}

/**
 * Reads options like `createSupport`. A wrong option is replaced by its fallback, or else ignored.
 * Null means no options. Never throws.
 */
export function readConfig(config: SupportConfig | null): ReadConfig {
  const { options, wrong } = read(config ?? {}, () => undefined);
  const isBaseUrlWrong = wrong.some(({ name }) => name === 'baseUrl');
  // Requests for another backend must not go to the default one.
  return { options: merged(options, isBaseUrlWrong ? { apiKey: undefined } : {}), wrong };
}

/** Options that define an instance. To change one, create another instance. */
const fixed = [
  'apiKey',
  'baseUrl',
  'chunks',
  'identity',
  'analytics',
  'posthog',
  'flags',
  'appVersion',
];

/**
 * Reads options that can change at run time. An undefined option is reset to its default. Never
 * throws.
 */
export function readChanges(changes: Partial<SupportConfig>): ReadConfig {
  return read(changes, (name) => (fixed.includes(name) ? 'fixed' : undefined));
}

/** Reads the argument of `identify`. Never throws. */
export function readVisitor(who: Visitor): ReadConfig {
  return read(who, (name) => (name === 'user' || name === 'tenant' ? undefined : 'no visitor'));
}

/** Merges options; later ones override earlier ones. Undefined options are omitted. */
export function merged(...layers: readonly object[]): Readonly<SupportConfig> {
  const entries = Object.entries(Object.assign({}, ...layers));
  return Object.freeze(own(Object.fromEntries(entries.filter(([, value]) => value !== undefined))));
}

type CheckName = (name: string) => WrongOption['why'] | undefined;

/** `checkName` returns why an option cannot be set here, whatever its value. */
function read(options: object, checkName: CheckName): ReadConfig {
  if (!isObject(options)) {
    return { options: {}, wrong: [{ name: 'config', value: options, why: 'no object' }] };
  }
  const wrong: WrongOption[] = [];
  const right = Object.keys(options).flatMap((name) => {
    const problem = problemOf(name, options, checkName);
    if (problem === undefined) return [[name, options[name]] as const];
    wrong.push(problem);
    return name in fallbacks ? [[name, fallbacks[name]] as const] : [];
  });
  return { options: Object.freeze(own(Object.fromEntries(right))), wrong };
}

function problemOf(
  name: string,
  options: Record<string, unknown>,
  checkName: CheckName,
): WrongOption | undefined {
  try {
    const value = options[name];
    if (value === undefined) return undefined;
    const why = isSecret(name, value) ? 'secret' : (checkName(name) ?? check(name, value));
    return why && { name, value, why };
  } catch {
    return { name, value: undefined, why: 'unreadable' }; // a getter or a proxy of the page threw
  }
}

function check(name: string, value: unknown): WrongOption['why'] | undefined {
  const accepts = Object.entries(checks).find(([known]) => known === name)?.[1];
  if (!accepts) return 'unknown';
  return accepts(value) ? undefined : 'value';
}

/** Returns whether a value is a secret key: everyone can read what a page contains. */
function isSecret(name: string, value: unknown): boolean {
  const { apiKey, personalApiKey } = Object(name === 'posthog' ? value : { [name]: value });
  return personalApiKey !== undefined || (isText(apiKey) && /^\s*(sk_|phx_)/.test(apiKey));
}
