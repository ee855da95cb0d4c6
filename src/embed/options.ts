import type { SupportConfig } from '../index.ts';

/** Options of the script tag: `data-api-key="…"`, objects and lists as JSON. Checked by `parseConfig` later. */
export function readOptions(script: HTMLElement | null): SupportConfig | undefined {
  const given = Object.entries(script?.dataset ?? {});
  return given.length > 0
    ? Object.fromEntries(given.map(([name, value]) => [name, parsed(value)]))
    : undefined;
}

function parsed(text = ''): unknown {
  try {
    // true, false, numbers, objects and lists; any other text is itself
    return JSON.parse(text);
  } catch {
    return text;
  }
}
