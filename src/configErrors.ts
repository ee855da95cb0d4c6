import type { SupportConfig } from './config.ts';
import { checks, choices, isText } from './configChecks.ts';
import { attributeOf, nearestOf, suggestion } from './core/nearest.ts';
import { ConfigurationError } from './ownErrors.ts';
import { readConfig, type WrongOption } from './readConfig.ts';

/**
 * Returns one error for each wrong or unknown option; empty if all are right. `createSupport` finds
 * the same errors, and ignores the wrong options. To be strict, for example in a test or before a
 * release: `const [error] = checkConfig(config); if (error) throw error;`. Needs no DOM.
 */
export function checkConfig(config: SupportConfig): readonly ConfigurationError[] {
  return readConfig(config).wrong.map(errorOf);
}

/** Returns an error that names the given value, the allowed values and the consequence. */
export function errorOf(wrong: WrongOption): ConfigurationError {
  return new ConfigurationError(sentenceOf(wrong), wrong.name);
}

/**
 * True for an attribute that another tool has written on the script tag, such as `data-nscript`. It
 * is neither an option nor a misspelled one.
 */
export function isOfAnotherTool({ name, why }: WrongOption): boolean {
  return why === 'unknown' && isOnTag(name) && nearestOf(Object.keys(checks), name) === undefined;
}

function isOnTag(name: string): boolean {
  if (typeof document === 'undefined') return false; // on a server
  return [...document.querySelectorAll('script')].some(
    ({ dataset }) => name in dataset && ('apiKey' in dataset || 'email' in dataset),
  );
}

function unknownOption(name: string): string {
  const known = Object.keys(checks);
  return isOnTag(name)
    ? `Unknown attribute "${attributeOf(name)}" of the script tag.${suggestion(known.map(attributeOf), attributeOf(name))}`
    : `Unknown option "${name}".${suggestion(known, name)}`;
}

function sentenceOf({ name, value, why }: WrongOption): string {
  const consequence = find(consequences, name) ?? 'It is ignored.';
  switch (why) {
    case 'value':
      return `Option "${name}" is ${shown(value, name)}; allowed: ${find(allowed, name)}. ${consequence}`;
    case 'secret':
      return `Option "${name}" is a secret key (sk_…, phx_…). Anyone could read it in the browser: use a publishable key (pk_…, phc_…), and replace the secret one. ${consequence}`;
    case 'unreadable':
      return `Option "${name}" cannot be read. ${consequence}`;
    case 'unknown':
      return unknownOption(name);
    case 'fixed':
      return `Option "${name}" can only be given to createSupport. It stays as it was.`;
    case 'no visitor':
      return `identify takes { user, tenant }, and "${name}" is neither. Did you mean identify({ user: { ${name} } })?`;
    case 'no object':
      return `The options are ${shown(value)}; they have to be an object such as { apiKey: "pk_live_…" }.`;
  }
}

const quoted = (values: readonly string[]) => values.map((value) => `"${value}"`).join(', ');
const yesOrNo = 'true or false';
const person = 'an object or a function that returns one';

/** The allowed values of each option. */
const allowed: Record<keyof SupportConfig, string> = {
  apiKey: 'a publishable key, "pk_live_…" or "pk_test_…"',
  baseUrl: 'an http or https address, or a path of this site',
  chunks: 'an http or https address of a folder, or a path of this site',
  identity: '{ getToken }, a function that gives a token',
  email: 'an e-mail address',
  mailto: quoted(choices.mailto),
  locale: '"auto" or a language tag such as "es" or "en-GB"',
  messages: 'an object of sentences by key',
  theme: quoted(choices.theme),
  launcher: yesOrNo,
  healthDot: yesOrNo,
  proactive: yesOrNo,
  position: quoted(choices.position),
  offset: '{ x, y } in pixels',
  zIndex: 'a whole number',
  user: person,
  tenant: person,
  links:
    'a list of { name, url, category, icon }, url http, https, mailto or tel, category self-service, contact, learning, reference or information',
  categories: 'a list of { id, label }',
  fields: 'a list of { id, label, type, required }, a select with options { value, label }',
  suggestions:
    'a list of { page, articles }, a path such as "/campaigns/*", which begins with a slash, and slugs of articles',
  debug: yesOrNo,
  appVersion: 'text',
  analytics: 'a list of functions',
  posthog: 'a PostHog instance, a function that returns one, { apiKey, host, load }, or false',
  consent: quoted(choices.consent),
  respectPrivacySignals: yesOrNo,
  onError: 'a function',
  flags: 'keys of flags by part',
};

/** The consequence of a wrong value, if it is not simply ignored. */
const consequences: Partial<Record<keyof SupportConfig, string>> = {
  apiKey: 'Requests go by mail.',
  baseUrl: 'Requests go by mail.',
  consent: 'It counts as "unknown": events wait.',
  respectPrivacySignals: 'It counts as true.',
};

function find(sentences: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(sentences).find(([known]) => known === name)?.[1];
}

/**
 * Formats a value for a message. Of a key it only shows the beginning, because it may be a secret.
 */
function shown(value: unknown, name?: string): string {
  if (isText(value)) {
    const shownLength = name === 'apiKey' || /(sk|phx)_/.test(value) ? 8 : 60;
    return JSON.stringify(value.length > shownLength ? `${value.slice(0, shownLength)}…` : value);
  }
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  return typeof value === 'object' ? 'an object' : String(value).slice(0, 60);
}
