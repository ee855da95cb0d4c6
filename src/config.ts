import type { PostHogLike } from './analytics/posthogSink.ts';
import type { Sink } from './analytics/track.ts';
import { apiUrl, sandboxApiUrl } from './brand.ts';
import type { CustomField, HelpLink, TicketCategory } from './contract/config.ts';
import { isEmail, isSafeUrl } from './contract/limits.ts';
import { warn } from './core/debug.ts';
import type { Visitor } from './core/visitor.model.ts';
import { ConfigurationError } from './errors.ts';
import type { Messages } from './i18n/locales/en.ts';
import type { Theme } from './shell/host.ts';

/** Options of `createSupport` and of the script tag (`data-api-key` for `apiKey`). All are optional. */
export interface SupportConfig extends Visitor {
  /** Publishable key, `pk_live_…` or `pk_test_…`. Default: none; requests then go by mail. */
  apiKey?: string;
  /** Address of the API. Default: PenguinMails, its sandbox for `pk_test_…` keys. */
  baseUrl?: string;
  /** Where mail goes. Default: what the backend says, else `support@penguinmails.com`. */
  email?: string;
  /** BCP 47 tag, or `auto`: the page's `lang`, else the browser's. Default `auto`. */
  locale?: string;
  /** Sentences that replace ours, by key. */
  messages?: Partial<Messages>;
  /** `host` follows a `dark` class or `data-theme` on `<html>`. Default `auto`: the system's scheme. */
  theme?: Theme;
  /** Show the floating button. Default true. */
  launcher?: boolean;
  /** Side of the floating button; `end` is right, and left in right-to-left languages. Default `end`. */
  position?: 'end' | 'start' | 'left' | 'right';
  /** Distance of the floating button from its edges in pixels. Default `{ x: 24, y: 24 }`. */
  offset?: { x?: number; y?: number };
  /** Places the widget by z-index instead of in the browser's top layer. Default: top layer. */
  zIndex?: number;
  /** Links of the help center. Default: the backend's, else five of PenguinMails. */
  links?: readonly HelpLink[];
  /** Categories of the form. Default: the backend's, else seven common ones. */
  categories?: readonly TicketCategory[];
  /** Further fields of the form. Default: the backend's. */
  fields?: readonly CustomField[];
  /** Version of your application, for the team. Default: the widget's own. */
  appVersion?: string;
  /** Receive every event of the tracking plan. Default: none. */
  analytics?: readonly Sink[];
  /** Your PostHog instance, or false to use none. Default: a live `window.posthog`. */
  posthog?: PostHogLike | false;
}

interface Check {
  /** Completes "allowed: …". */
  allowed: string;
  accepts(value: unknown): boolean;
}

const is = (allowed: string, accepts: Check['accepts']): Check => ({ allowed, accepts });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const oneOf = (...values: string[]) =>
  is(
    values.map((value) => `"${value}"`).join(', '),
    (value) => isText(value) && values.includes(value),
  );
const listOf = (what: string, accepts: (item: Record<string, unknown>) => boolean) =>
  is(
    `a list of ${what}`,
    (value) => Array.isArray(value) && value.every((item) => isObject(item) && accepts(item)),
  );
const person = is(
  'an object or a function that returns one',
  (value) => value === null || isObject(value) || typeof value === 'function',
);

const checks: Record<keyof SupportConfig, Check> = {
  apiKey: is(
    'a publishable key, "pk_live_…" or "pk_test_…"',
    (value) => isText(value) && /^pk_\w+$/.test(value),
  ),
  baseUrl: is('an http or https address, or a path of this site', isHttpUrl),
  email: is('an e-mail address', (value) => isText(value) && isEmail(value)),
  locale: is(
    '"auto" or a language tag such as "es" or "en-GB"',
    (value) => isText(value) && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value),
  ),
  messages: is(
    'an object of sentences by key',
    (value) => isObject(value) && Object.values(value).every(isText),
  ),
  theme: oneOf('light', 'dark', 'auto', 'host'),
  launcher: is('true or false', (value) => typeof value === 'boolean'),
  position: oneOf('end', 'start', 'left', 'right'),
  offset: is(
    '{ x, y } in pixels',
    (value) => isObject(value) && Object.values(value).every(Number.isFinite),
  ),
  zIndex: is('a whole number', Number.isInteger),
  user: person,
  tenant: person,
  links: listOf(
    '{ name, url, category, icon }, url http, https, mailto or tel',
    (link) =>
      isText(link.name) &&
      isText(link.url) &&
      isSafeUrl(link.url) &&
      isText(link.category) &&
      isText(link.icon),
  ),
  categories: listOf('{ id, label }', (category) => isText(category.id)),
  fields: listOf(
    '{ id, label, type, required }',
    (field) =>
      isText(field.id) &&
      isText(field.label) &&
      ['text', 'textarea', 'select', 'checkbox'].includes(String(field.type)),
  ),
  appVersion: is('text', isText),
  analytics: is(
    'a list of functions',
    (value) => Array.isArray(value) && value.every((sink) => typeof sink === 'function'),
  ),
  posthog: is(
    'a PostHog instance or false',
    (value) => value === false || (isObject(value) && typeof value.capture === 'function'),
  ),
};

function isHttpUrl(value: unknown): boolean {
  return (
    isText(value) &&
    URL.canParse(value, 'https://host.invalid') &&
    /^https?:/.test(new URL(value, 'https://host.invalid').protocol)
  );
}

/**
 * Checks options and gives a frozen copy without those that are undefined.
 * Unknown options are only warned about, so that an older widget can read a newer page.
 * @throws ConfigurationError that names the option, what came and what is allowed
 */
export function parseConfig(config: SupportConfig): Readonly<SupportConfig> {
  if (!isObject(config)) throw wrong('config', config, 'an object of options');
  const given = Object.entries(config).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    const check = Object.entries(checks).find(([known]) => known === name)?.[1];
    if (!check) warn(`Unknown option "${name}". Did you mean "${nearest(name)}"?`);
    else if (name === 'apiKey' && isText(value) && value.startsWith('sk_')) {
      throw new ConfigurationError(
        'Option "apiKey" is a secret key (sk_…). Anyone could read it in the browser: use a publishable key (pk_…), and replace the secret one.',
        'apiKey',
      );
    } else if (!check.accepts(value)) throw wrong(name, value, check.allowed);
  }
  return Object.freeze(Object.fromEntries(given));
}

/** Base address with a slash at its end. */
export function baseUrlOf({ apiKey, baseUrl }: SupportConfig): string {
  const chosen = baseUrl ?? (apiKey?.startsWith('pk_test_') ? sandboxApiUrl : apiUrl);
  return chosen.replace(/\/*$/, '/');
}

function wrong(option: string, value: unknown, allowed: string): ConfigurationError {
  const shown = isText(value)
    ? JSON.stringify(value.slice(0, 60))
    : Array.isArray(value)
      ? 'a list'
      : value === null
        ? 'null'
        : typeof value === 'object'
          ? 'an object'
          : String(value).slice(0, 60);
  return new ConfigurationError(`Option "${option}" is ${shown}; allowed: ${allowed}.`, option);
}

function nearest(name: string): string {
  const known = Object.keys(checks);
  return known.reduce(
    (best, one) => (distance(one, name) < distance(best, name) ? one : best),
    known[0] ?? '',
  );
}

/** Levenshtein's edit distance, capital letters alike. */
function distance(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
