import type { SupportConfig } from './config.ts';
import { isEmail, isSafeUrl } from './contract/limits.ts';
import { featureNames } from './core/featureNames.ts';

type Check = (value: unknown) => boolean;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
const isFunction: Check = (value) => typeof value === 'function';
const isYesOrNo: Check = (value) => typeof value === 'boolean';
const isPerson: Check = (value) => value === null || isObject(value) || isFunction(value);
const listOf =
  (accepts: (item: Record<string, unknown>) => boolean): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => isObject(item) && accepts(item));
const isOneOf =
  (values: readonly string[]): Check =>
  (value) =>
    isText(value) && values.includes(value);

/** The values of options with a fixed set of values. */
export const choices = {
  theme: ['light', 'dark', 'auto', 'host'],
  position: ['end', 'start', 'left', 'right'],
  consent: ['granted', 'denied', 'unknown'],
  mailto: ['form', 'direct'],
};

const features: readonly string[] = featureNames;
const linkCategories = ['self-service', 'contact', 'learning', 'reference', 'information'];
const isOptions = listOf((option) => isText(option.value) && isText(option.label));

/** Returns whether an option is valid. `configErrors.ts` describes the allowed values. */
export const checks: Record<keyof SupportConfig, Check> = {
  apiKey: (value) => isText(value) && /^pk_(live|test)_[\w-]+$/.test(value),
  baseUrl: isHttpUrl,
  chunks: isHttpUrl,
  identity: (value) => isObject(value) && isFunction(value.getToken),
  email: (value) => isText(value) && isEmail(value),
  mailto: isOneOf(choices.mailto),
  locale: (value) => isText(value) && /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(value),
  messages: (value) => isObject(value) && Object.values(value).every(isText),
  theme: isOneOf(choices.theme),
  launcher: isYesOrNo,
  healthDot: isYesOrNo,
  proactive: isYesOrNo,
  position: isOneOf(choices.position),
  offset: (value) =>
    isObject(value) &&
    Object.entries(value).every(([edge, size]) => /^[xy]$/.test(edge) && Number.isFinite(size)),
  zIndex: Number.isInteger,
  user: isPerson,
  tenant: isPerson,
  links: listOf(
    (link) =>
      isText(link.name) &&
      isText(link.url) &&
      isSafeUrl(link.url) &&
      linkCategories.includes(String(link.category)) &&
      isText(link.icon),
  ),
  categories: listOf(({ id, label = '' }) => isText(id) && isText(label)),
  fields: listOf(
    (field) =>
      isText(field.id) &&
      isText(field.label) &&
      ['text', 'textarea', 'select', 'checkbox'].includes(String(field.type)) &&
      isYesOrNo(field.required) &&
      (field.type !== 'select' || isOptions(field.options)),
  ),
  suggestions: listOf(
    ({ page, articles }) =>
      isText(page) && page.startsWith('/') && Array.isArray(articles) && articles.every(isText),
  ),
  // The script tag gives an empty text. Every value but false turns it on.
  debug: () => true,
  appVersion: isText,
  analytics: (value) => Array.isArray(value) && value.every(isFunction),
  posthog: (value) =>
    value === false ||
    isFunction(value) ||
    isFunction(Object(value).capture) || // the stub of PostHog's snippet is an array
    (isObject(value) &&
      isText(value.apiKey) &&
      isHttpUrl(value.host ?? '/') &&
      isFunction(value.load)),
  consent: isOneOf(choices.consent),
  respectPrivacySignals: isYesOrNo,
  onError: isFunction,
  flags: (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([feature, flag]) => features.includes(feature) && isText(isObject(flag) ? flag.key : flag),
    ),
};

/** Replacements for wrong values, where the default would send more than the page may have intended. */
export const fallbacks: Readonly<Record<string, unknown>> = {
  consent: 'unknown',
  respectPrivacySignals: true,
};

function isHttpUrl(value: unknown): boolean {
  try {
    return isText(value) && /^https?:/.test(new URL(value, 'https://host.invalid').protocol);
  } catch {
    return false;
  }
}
