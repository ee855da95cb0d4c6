import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { isYamlNestedTooDeep } from './nesting.ts';

const maxFileLength = 1_000_000;
const reference = /\{\{-?\s*site\.(\w+)\s*-?\}\}/g;
/** Links to the site itself lead to articles, so its address is not part of them. */
const ofAddress = new Set(['url', 'baseurl']);
const Values = z.record(z.string(), z.unknown());

/**
 * Returns a function that replaces `{{ site.name }}` by the value in Jekyll's `_config.yml`. Other
 * tags do not change.
 */
export async function readSiteValues(folder: string): Promise<(text: string) => string> {
  const file = join(folder, '_config.yml');
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  if (text === '' || text.length > maxFileLength || isYamlNestedTooDeep(text))
    return (source) => source;
  const values = valuesOf(text);
  return (source) =>
    source.replaceAll(reference, (whole, name: string) => {
      const value = Object.hasOwn(values, name) && !ofAddress.has(name) ? values[name] : undefined;
      return typeof value === 'string' || typeof value === 'number' ? String(value) : whole;
    });
}

function valuesOf(text: string): Record<string, unknown> {
  const parsed = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  try {
    return parsed.errors.length > 0
      ? {}
      : (z.safeParse(Values, parsed.toJS({ maxAliasCount: 20 })).data ?? {});
  } catch {
    return {}; // exponential alias expansion
  }
}
