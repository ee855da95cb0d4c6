import { limits } from '../contract/limits.ts';
import { explain } from './explain.ts';
import { storableText } from './storableText.ts';
import { textIn } from './textIn.ts';

/**
 * Returns a page's own values as text. Values that cannot be read or converted to text, have no
 * name, or exceed the limit are omitted and reported in the console. Long text is truncated.
 */
export function readOwnContext(values: unknown): Record<string, string> {
  const names = namesIn(values);
  if (typeof values !== 'object' || values === null || names === undefined) {
    explain(({ noContext }) => noContext);
    return {};
  }
  const entries = new Map<string, string>();
  for (const key of names) {
    const name = storableText(key.slice(0, limits.contextName)).trim();
    const text = textOf(values, key);
    if (/^(__proto__)?$/.test(name)) {
      explain(({ unreadable }) => unreadable(`"${key}" of setContext`));
      continue;
    }
    if (text === undefined) continue;
    if (entries.size === limits.contextValues && !entries.has(name)) {
      explain(({ tooMuchContext }) => tooMuchContext(limits.contextValues));
      break;
    }
    entries.set(name, storableText(text.slice(0, limits.contextLine)));
  }
  return Object.fromEntries(entries);
}

/**
 * Returns undefined for a value without property names: a list, a Map, a promise, or a revoked
 * proxy.
 */
function namesIn(values: unknown): string[] | undefined {
  try {
    if (Array.isArray(values)) return undefined;
    const names = Object.keys(Object(values));
    const isPlain = Object.prototype.toString.call(values) === '[object Object]';
    return isPlain || names[0] !== undefined ? names : undefined;
  } catch {
    return undefined;
  }
}

function textOf(values: object, name: string): string | undefined {
  const path = `"${name}" of setContext`;
  try {
    const value: unknown = Reflect.get(values, name);
    return typeof value === 'boolean' ? String(value) : textIn(path, value);
  } catch {
    explain(({ unreadable }) => unreadable(path));
    return undefined;
  }
}
