import type { SupportConfig } from '../../src/index.ts';

/** The choices that a person makes in the builder. */
export interface Setup {
  /** Only options that differ from their default. */
  config: SupportConfig;
  /** Hexadecimal color, or undefined for the default. */
  accent: string | undefined;
  /** Elements that the page shows. */
  elements: ReadonlySet<PlacedElement>;
}

export const placedElements = ['help-center', 'status-summary'] as const;
export type PlacedElement = (typeof placedElements)[number];

/** Names of the elements in the components for React and Vue. */
export const componentOf: Readonly<Record<PlacedElement, string>> = {
  'help-center': 'HelpCenter',
  'status-summary': 'StatusSummary',
};

/** The values of the form by name. Fields that are not checked are missing. */
export type FormValues = ReadonlyMap<string, string>;

const defaultOffset = 24;

/** A field without a valid number does not change the offset. */
function offsetOf(text: string | undefined): number {
  const offset = Number(text ?? defaultOffset);
  return Number.isFinite(offset) ? Math.min(400, Math.max(0, offset)) : defaultOffset;
}

/** Reads the form of the builder. */
export function readSetup(values: FormValues): Setup {
  const text = (name: string) => values.get(name)?.trim() || undefined;
  const config: SupportConfig = {};
  const [apiKey, baseUrl, email, locale] = ['apiKey', 'baseUrl', 'email', 'locale'].map(text);
  if (apiKey) config.apiKey = apiKey;
  if (baseUrl) config.baseUrl = baseUrl;
  if (email) config.email = email;
  if (locale) config.locale = locale;
  const theme = text('theme');
  if (theme === 'light' || theme === 'dark' || theme === 'host') config.theme = theme;
  if (text('position') === 'start') config.position = 'start';
  const [x = defaultOffset, y = defaultOffset] = ['x', 'y'].map((name) => offsetOf(text(name)));
  if (x !== defaultOffset || y !== defaultOffset) config.offset = { x, y };
  if (!values.has('launcher')) config.launcher = false;
  if (values.has('healthDot')) config.healthDot = true;
  if (values.has('privacy')) config.respectPrivacySignals = true;
  return {
    config,
    accent: values.has('hasAccent') ? text('accent') : undefined,
    elements: new Set(placedElements.filter((name) => values.has(name))),
  };
}
