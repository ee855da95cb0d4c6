import type { SupportConfig } from '../index.ts';

/** Options of the script tag: `data-api-key="…"`, objects and lists as JSON. Checked by the app later. */
export function readOptions(script: HTMLElement | null): SupportConfig | undefined {
  const given = Object.entries(script?.dataset ?? {});
  return given.length > 0
    ? Object.fromEntries(given.map(([name, value = '']) => [name, parsed(name, value)]))
    : undefined;
}

/** Text stays text, even when it looks like a number: a version `1.0` is no number. */
function parsed(name: string, text: string): unknown {
  try {
    return name === 'zIndex' || /^([[{]|(true|false)$)/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text; // no JSON: the check of options names it
  }
}
