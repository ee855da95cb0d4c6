import type { SupportConfig } from './config.ts';
import { checks, isObject, isText } from './configChecks.ts';
import { suggestion } from './core/nearest.ts';
import type { Visitor } from './core/visitor.model.ts';
import { ConfigurationError } from './errors.ts';

export interface ReadConfig {
  /** The options that are right, and what stands in for wrong ones; frozen. */
  options: Readonly<SupportConfig>;
  /** One for each wrong option. */
  errors: readonly ConfigurationError[];
}

/**
 * Returns what is wrong with options: one error for each wrong or unknown one, none where all are right.
 * `createSupport` finds the same and goes on without the wrong ones. To be strict, in a test or before
 * a release: `const [error] = checkConfig(config); if (error) throw error;`. Needs no DOM.
 */
export function checkConfig(config: SupportConfig): readonly ConfigurationError[] {
  return readConfig(config).errors;
}

/**
 * Reads options as `createSupport` does: a wrong one counts as its fallback, else as not given; null in
 * place of all of them as none. Never throws.
 */
export function readConfig(config: SupportConfig | null): ReadConfig {
  const { options, errors } = read(config ?? {}, '{ apiKey: "pk_live_…" }', unknownOption);
  const isBaseUrlWrong = errors.some(({ option }) => option === 'baseUrl');
  // Requests that were meant for another backend must not go to the default one.
  return { options: merged(options, isBaseUrlWrong ? { apiKey: undefined } : {}), errors };
}

/** What an instance is made of; to change it is to make another one. */
const fixed = ['apiKey', 'baseUrl', 'identity', 'analytics', 'posthog', 'flags', 'appVersion'];

/** Reads options that change at run time; an undefined one goes back to its default. Never throws. */
export function readChanges(changes: Partial<SupportConfig>): ReadConfig {
  return read(changes, '{ theme: "dark" }', (name) =>
    fixed.includes(name)
      ? `Option "${name}" can only be given to createSupport. It stays as it was.`
      : unknownOption(name),
  );
}

/** Reads what `identify` was given. Never throws. */
export function readVisitor(who: Visitor): ReadConfig {
  return read(who, '{ user, tenant }', (name) =>
    name === 'user' || name === 'tenant'
      ? undefined
      : `identify takes { user, tenant }, and "${name}" is neither. Did you mean identify({ user: { ${name} } })?`,
  );
}

/** Some options over others; those that are undefined then are left out. */
export function merged(...layers: readonly object[]): Readonly<SupportConfig> {
  const entries = Object.entries(Object.assign({}, ...layers));
  return Object.freeze(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

/** `refusal` says why an option of a name cannot be taken, whatever its value. */
function read(
  given: object,
  example: string,
  refusal: (name: string) => string | undefined,
): ReadConfig {
  if (!isObject(given)) {
    const message = `The options are ${shown(given)}; they have to be an object such as ${example}.`;
    return { options: {}, errors: [new ConfigurationError(message, 'config')] };
  }
  const errors: ConfigurationError[] = [];
  const right = Object.keys(given).flatMap((name) => {
    const problem = problemOf(name, given, refusal);
    if (problem === undefined) return [[name, given[name]] as const];
    errors.push(new ConfigurationError(problem, name));
    const fallback = checkOf(name)?.fallback;
    return fallback === undefined ? [] : [[name, fallback] as const];
  });
  return { options: Object.freeze(Object.fromEntries(right)), errors };
}

function problemOf(
  name: string,
  given: Record<string, unknown>,
  refusal: (name: string) => string | undefined,
): string | undefined {
  try {
    const value = given[name];
    if (value === undefined) return undefined;
    if (isSecret(name, value)) {
      return `Option "${name}" is a secret key (sk_…, phx_…). Anyone could read it in the browser: use a publishable key (pk_…, phc_…), and replace the secret one. ${consequenceOf(name)}`;
    }
    const check = checkOf(name);
    if (!check || refusal(name)) return refusal(name);
    return check.accepts(value)
      ? undefined
      : `Option "${name}" is ${shown(value, name)}; allowed: ${check.allowed}. ${consequenceOf(name)}`;
  } catch {
    return `Option "${name}" cannot be read. ${consequenceOf(name)}`; // a getter or a proxy of the page threw
  }
}

function unknownOption(name: string): string | undefined {
  return checkOf(name)
    ? undefined
    : `Unknown option "${name}".${suggestion(Object.keys(checks), name)}`;
}

function checkOf(name: string) {
  return Object.entries(checks).find(([known]) => known === name)?.[1];
}

function consequenceOf(name: string): string {
  return checkOf(name)?.consequence ?? 'It is ignored.';
}

/** Anyone can read what a page holds. */
function isSecret(name: string, value: unknown): boolean {
  const { apiKey, personalApiKey } = Object(name === 'posthog' ? value : { [name]: value });
  return personalApiKey !== undefined || (isText(apiKey) && /^\s*(sk_|phx_)/.test(apiKey));
}

/** A value as a message has it; of a key only its beginning, which may be that of a secret. */
function shown(value: unknown, name?: string): string {
  if (isText(value)) {
    const most = name === 'apiKey' || /(sk|phx)_/.test(value) ? 8 : 60;
    return JSON.stringify(value.length > most ? `${value.slice(0, most)}…` : value);
  }
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : String(value).slice(0, 60);
}
