import type { SupportConfig } from '../index.ts';

/**
 * Options of the script tag: `data-api-key="…"`, objects and lists as JSON. Checked by the app later. Without
 * a key and a mail address they are ignored: frameworks and consent managers add attributes of their own.
 */
export function readOptions(script: HTMLElement | null): SupportConfig | undefined {
  const options: Record<string, unknown> = {};
  const data: DOMStringMap = script?.dataset ?? {};
  // Not spread: that fails where the page has a value `get` on Object.prototype.
  for (const name of Object.keys(data)) {
    const text = data[name];
    options[name] = text;
    try {
      const value: unknown = JSON.parse(`${text}`);
      // A version `1.0` is no number.
      if (name === 'zIndex' || (value != null && value !== Number(value))) options[name] = value;
    } catch {
      // Invalid JSON: the option check reports it.
    }
  }
  return options.apiKey || options.email ? options : undefined;
}
