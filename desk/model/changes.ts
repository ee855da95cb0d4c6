type Values = Record<string, unknown> | null;

/** A field of an entry of the audit log. */
export interface Change {
  name: string;
  /** Undefined if the entry has no earlier value. */
  from: string | undefined;
  /** Undefined if the entry has no later value. */
  to: string | undefined;
}

/** Returns the fields that differ between two states. Fields with the same value are left out. */
export function changesOf(before: Values, after: Values): Change[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].flatMap((name) => {
    const from = inWords(before, name);
    const to = inWords(after, name);
    return from === to ? [] : [{ name: name.replaceAll('_', ' '), from, to }];
  });
}

function inWords(values: Values, name: string): string | undefined {
  const value = values?.[name];
  if (value === undefined) return undefined;
  if (value === null || value === '') return 'none';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.length === 0 ? 'none' : value.join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
