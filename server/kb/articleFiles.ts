import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';

export interface ArticleFile {
  /** Relative to the folder, with `/`. */
  path: string;
  locale: string;
  /** Without `.md`. */
  name: string;
}

const localeFolder = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * Every Markdown file of a folder, `README.md` apart. The first folder of its path is its language:
 * `es/domains/spf.md`; files outside of one are English.
 */
export async function findArticleFiles(folder: string): Promise<ArticleFile[]> {
  if (!existsSync(folder)) throw new ConfigurationError(`There is no folder ${folder}.`, 'folder');
  const paths = await readdir(folder, { recursive: true });
  return paths
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.md') && basename(path).toLowerCase() !== 'readme.md')
    .sort()
    .map((path) => {
      const [first = '', ...rest] = path.split('/');
      const locale = rest.length > 0 && localeFolder.test(first) ? first.toLowerCase() : 'en';
      return { path, locale, name: basename(path, '.md') };
    });
}

const Synonyms = z.record(
  z.string(),
  z
    .array(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(20)))
    .check(z.maxLength(500)),
);

/** `synonyms.yml` of the folder: language → groups of words or phrases that mean the same. */
export async function readSynonyms(folder: string): Promise<Record<string, string[][]>> {
  const file = join(folder, 'synonyms.yml');
  if (!existsSync(file)) return {};
  const result = z.safeParse(Synonyms, await readYaml(file));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigurationError(`${file}: ${issue?.path.join('.')} ${issue?.message}`, 'synonyms');
}

async function readYaml(file: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new ConfigurationError(`${file}: ${reason}`, 'synonyms');
  }
}
