import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { ArticleFault } from './articleFault.ts';
import { isYamlNestedTooDeep } from './nesting.ts';
import { offsetOfFault, yamlFault } from './yamlFault.ts';

const Values = z.record(z.string(), z.unknown());
/** Messages with a picture of their line take long where many lines are wrong. */
const quick = { uniqueKeys: false, prettyErrors: false } as const;
const maxFrontMatterCharacters = 50_000;

/**
 * Parses YAML of front matter. Returns undefined if the text is prose instead of names and values.
 *
 * @throws ArticleFault with the line of the file
 */
export function readYaml(text: string): Record<string, unknown> | undefined {
  if (text.length > maxFrontMatterCharacters) {
    throw new ArticleFault(
      `The front matter is longer than ${maxFrontMatterCharacters} characters.`,
      1,
    );
  }
  if (isYamlNestedTooDeep(text)) throw new ArticleFault('The front matter is nested too deep.', 1);
  const lineCounter = new LineCounter();
  let document = parseDocument(text, { ...quick, lineCounter });
  for (const repair of [withQuotes, withIndents]) {
    if (document.errors.length === 0) break;
    const repaired = parseDocument(repair(text), quick);
    if (repaired.errors.length === 0) document = repaired;
  }
  const [error] = document.errors;
  // The first line of the file is the `---`.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  if (error !== undefined) {
    throw new ArticleFault(
      `The front matter cannot be read. ${yamlFault(error)}`,
      lineAt(offsetOfFault(text, error)),
    );
  }
  try {
    // Rejects exponential alias expansion.
    const value: unknown = document.toJS({ maxAliasCount: 20 }) ?? {};
    if (typeof value === 'string' && /^\s*\r?\n/.test(text)) return undefined;
    const { success, data } = z.safeParse(Values, value);
    if (success) return data;
  } catch {
    throw new ArticleFault(
      'The front matter has too many aliases, or one without an anchor. Put values that begin with `*` in quotes.',
      lineAt(0),
    );
  }
  const { contents } = document;
  const offset = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
  throw new ArticleFault(
    'The front matter must be names and values. Write lines such as `title: Limits`.',
    lineAt(offset),
  );
}

/** Quotes values such as `title: Send: how`, which are invalid YAML but unambiguous. */
function withQuotes(text: string): string {
  return text.replaceAll(
    /^([\w-]+):[ \t]+([^"'[{|>\s#].*|\{\{.*)$/gm,
    (_, key: string, value: string) => {
      return `${key}: ${JSON.stringify(value.trim())}`;
    },
  );
}

/**
 * Indents lines that continue a value, and replaces tabs. Other parsers of YAML accept both: a
 * quoted text that continues at the start of a line, and lists that are indented by tabs.
 */
function withIndents(text: string): string {
  return text
    .replaceAll(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '  '))
    .replaceAll(/^(?![\w-]+:|[-#\s]|$)/gm, '  ');
}
