import type { SupportConfig } from './config.ts';
import { isEmail, isSafeUrl } from './contract/limits.ts';
import { partOf } from './core/parts.ts';

interface Check {
  /** Completes "allowed: …". */
  allowed: string;
  accepts(value: unknown): boolean;
  /** What a wrong value counts as, where the default would send more than the page may have meant. */
  fallback?: unknown;
  /** What becomes of a wrong value, as a sentence. Default: it is ignored. */
  consequence?: string;
}

const is = (allowed: string, accepts: Check['accepts'], more: Partial<Check> = {}): Check => ({
  allowed,
  accepts,
  ...more,
});
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
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
const yesOrNo = is('true or false', (value) => typeof value === 'boolean');
const person = is(
  'an object or a function that returns one',
  (value) => value === null || isObject(value) || typeof value === 'function',
);

const parts: readonly string[] = Object.values(partOf);
const linkCategories = ['self-service', 'contact', 'learning', 'reference', 'information'];
const isOptions = (value: unknown) =>
  Array.isArray(value) &&
  value.every((option) => isObject(option) && isText(option.value) && isText(option.label));

/** What each option may be. */
export const checks: Record<keyof SupportConfig, Check> = {
  apiKey: is(
    'a publishable key, "pk_live_…" or "pk_test_…"',
    (value) => isText(value) && /^pk_(live|test)_\w+$/.test(value),
    { consequence: 'Requests go by mail.' },
  ),
  baseUrl: is('an http or https address, or a path of this site', isHttpUrl, {
    consequence: 'Requests go by mail.',
  }),
  identity: is(
    '{ getToken }, a function that gives a token',
    (value) => isObject(value) && typeof value.getToken === 'function',
  ),
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
  launcher: yesOrNo,
  healthDot: yesOrNo,
  position: oneOf('end', 'start', 'left', 'right'),
  offset: is(
    '{ x, y } in pixels',
    (value) =>
      isObject(value) &&
      Object.entries(value).every(([edge, size]) => /^[xy]$/.test(edge) && Number.isFinite(size)),
  ),
  zIndex: is('a whole number', Number.isInteger),
  user: person,
  tenant: person,
  links: listOf(
    '{ name, url, category, icon }, url http, https, mailto or tel, category self-service, contact, learning, reference or information',
    (link) =>
      isText(link.name) &&
      isText(link.url) &&
      isSafeUrl(link.url) &&
      linkCategories.includes(String(link.category)) &&
      isText(link.icon),
  ),
  categories: listOf('{ id, label }', ({ id, label = '' }) => isText(id) && isText(label)),
  fields: listOf(
    '{ id, label, type, required }, a select with options { value, label }',
    (field) =>
      isText(field.id) &&
      isText(field.label) &&
      ['text', 'textarea', 'select', 'checkbox'].includes(String(field.type)) &&
      typeof field.required === 'boolean' &&
      (field.type !== 'select' || isOptions(field.options)),
  ),
  suggestions: listOf(
    '{ page, articles }, a path such as "/campaigns/*" and slugs of articles',
    ({ page, articles }) =>
      isText(page) && page.startsWith('/') && Array.isArray(articles) && articles.every(isText),
  ),
  appVersion: is('text', isText),
  analytics: is(
    'a list of functions',
    (value) => Array.isArray(value) && value.every((sink) => typeof sink === 'function'),
  ),
  posthog: is(
    'a PostHog instance, { apiKey, host, load }, or false',
    (value) =>
      value === false ||
      (isObject(value) &&
        (typeof value.capture === 'function' ||
          (isText(value.apiKey) &&
            isHttpUrl(value.host ?? '/') &&
            typeof value.load === 'function'))),
  ),
  consent: {
    ...oneOf('granted', 'denied', 'unknown'),
    fallback: 'unknown',
    consequence: 'It counts as "unknown": events wait.',
  },
  respectPrivacySignals: { ...yesOrNo, fallback: true, consequence: 'It counts as true.' },
  onError: is('a function', (value) => typeof value === 'function'),
  flags: is(
    'keys of flags by part',
    (value) =>
      isObject(value) &&
      Object.entries(value).every(
        ([part, flag]) => parts.includes(part) && isText(isObject(flag) ? flag.key : flag),
      ),
  ),
};

function isHttpUrl(value: unknown): boolean {
  return (
    isText(value) &&
    URL.canParse(value, 'https://host.invalid') &&
    /^https?:/.test(new URL(value, 'https://host.invalid').protocol)
  );
}
