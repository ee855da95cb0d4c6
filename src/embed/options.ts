import type { SupportConfig } from '../index.ts';

/**
 * Reads the options of the script tag, such as `data-api-key="…"`, with objects and lists as JSON.
 * The app validates them later. They are ignored without a key and a mail address, because
 * frameworks and consent managers add attributes of their own.
 */
export function readOptions(script: HTMLElement | null): SupportConfig | undefined {
  const options: Record<string, unknown> = {};
  const data: DOMStringMap = script?.dataset ?? {};
  // Spreading would fail if the page has added a value `get` to Object.prototype.
  for (const name of Object.keys(data)) {
    const text = data[name];
    options[name] = text;
    try {
      const value: unknown = JSON.parse(`${text}`);
      // A version such as `1.0` must stay text.
      if (name === 'zIndex' || (value != null && value !== Number(value))) options[name] = value;
    } catch {
      // Invalid JSON is reported by the check of options.
    }
  }
  return options.apiKey || options.email ? options : undefined;
}
