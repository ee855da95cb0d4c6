import { limits } from '../contract/limits.ts';
import { explain } from './explain.ts';
import { storableText } from './storableText.ts';
import { textIn } from './textIn.ts';

/**
 * Returns a page's own values as text. What cannot be read, cannot be text, has no name or is one too many is
 * left out and named in the console; long text is cut.
 */
export function readOwnContext(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    explain(({ noContext }) => noContext);
    return {};
  }
  const entries = Object.keys(values).flatMap((given) => {
    const name = storableText(given.slice(0, limits.contextName)).trim();
    const text = textOf(values, given);
    return name === '' || text === undefined
      ? []
      : [[name, storableText(text.slice(0, limits.contextLine))] as const];
  });
  if (entries.length > limits.contextValues) {
    explain(({ tooMuchContext }) => tooMuchContext(limits.contextValues));
  }
  return Object.fromEntries(entries.slice(0, limits.contextValues));
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
