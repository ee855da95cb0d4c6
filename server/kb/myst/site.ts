import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { isYamlNestedTooDeep } from '../nesting.ts';

/** The settings of a folder of MyST that change its text. */
export interface MystSite {
  substitutions: ReadonlyMap<string, string>;
  /** Addresses of other sites by the name in `xref:name/page`. */
  sites: ReadonlyMap<string, string>;
}

const maxFileLength = 1_000_000;
const Names = z.catch(z.record(z.string(), z.unknown()), {});
const Settings = z.catch(
  z.object({
    project: z.catch(z.object({ references: Names, substitutions: Names }), {
      references: {},
      substitutions: {},
    }),
  }),
  { project: { references: {}, substitutions: {} } },
);

/** Reads `myst.yml` and `conf.py` in the folder. Returns undefined if it has neither. */
export function readMystSite(folder: string): MystSite | undefined {
  const yaml = textAt(join(folder, 'myst.yml'));
  const python = textAt(join(folder, 'conf.py'));
  if (yaml === undefined && !python?.includes('myst')) return undefined;
  const { project } = Settings.parse(valuesOf(yaml ?? ''));
  return {
    substitutions: new Map([...pythonTexts(python ?? ''), ...texts(project.substitutions)]),
    sites: new Map(texts(project.references)),
  };
}

/** Returns the values that are text. An address can also be `{ url: … }`. */
export function texts(values: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const { success, data } = z.safeParse(z.object({ url: z.string() }), value);
    const text = success ? data.url : value;
    return typeof text === 'string' || typeof text === 'number' ? [[name, String(text)]] : [];
  });
}

/** Reads `myst_substitutions = {"name": "text"}` without running it. */
function pythonTexts(source: string): [string, string][] {
  const [, body = ''] = /^myst_substitutions\s*=\s*\{([^{}]{0,20000})\}/m.exec(source) ?? [];
  const pairs = body.matchAll(/(["'])([\w-]+)\1\s*:\s*(["'])((?:(?!\3)[^\\\n])*)\3/g);
  return [...pairs].map(([, , name = '', , text = '']) => [name, text]);
}

function textAt(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return text.length > maxFileLength || isYamlNestedTooDeep(text) ? undefined : text;
}

function valuesOf(text: string): unknown {
  const parsed = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  try {
    return parsed.errors.length > 0 ? {} : parsed.toJS({ maxAliasCount: 20 });
  } catch {
    return {}; // exponential alias expansion
  }
}
