import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { codeLines } from './codeLines.ts';
import { textOfFile } from './textOfFile.ts';

/** Maximum depth of nested includes, and number of includes in one article. */
const maxIncludeDepth = 4;
const maxParts = 100;
const ending = /\.(md|mdx|markdown)$/i;
const partImport = /^import\s+(\w+)\s+from\s+['"]([^'"]+\.mdx?)['"];?\s*$/;
const component = /^\s*<([A-Z]\w*)\b[^<>]*\/>\s*$/;
/** Include directives of VitePress, MkDocs, GitBook, Jekyll and Hugo. */
const named = [
  /^\s*<!--\s*@include:\s*([^\s{#]+).*?-->\s*$/,
  /^\s*-{1,}8<-{1,}\s+["']([^"']+)["']\s*$/,
  /^\s*\{%-?\s*include(?:_relative)?\s+["']?([^"'\s%]+)["']?.*%\}\s*$/,
  /^\s*\{\{[<%]\s*include\s+["']([^"']+)["'].*[>%]\}\}\s*$/,
];

export interface WithParts {
  text: string;
  /** Included files that do not exist. */
  missing: string[];
}

/**
 * Replaces include directives with the content of the included files. Reads only Markdown files of
 * the folder.
 */
export function withParts(folder: string, path: string, source: string): WithParts {
  const root = realpathSync(resolve(folder));
  const missing: string[] = [];
  let parts = 0;

  function find(from: string, target: string): string | undefined {
    const rest = target.replace(/^(@site|@|~)?\/+/, '');
    const [home = ''] = path.split('/');
    const places = [
      join(dirname(from), target),
      ...['', home, '_includes'].map((top) => join(root, top, rest)),
    ];
    return places.map(realOf).find((file) => file?.startsWith(root + sep) && ending.test(file));
  }

  function expand(file: string, text: string, depth: number): string {
    const imports = new Map<string, string>();
    const isCode = codeLines();
    return text
      .split(/\r?\n/)
      .flatMap((line): string[] => {
        if (isCode(line)) return [line];
        const [, name, from] = partImport.exec(line) ?? [];
        if (name !== undefined && from !== undefined) {
          imports.set(name, from);
          return [];
        }
        const target =
          imports.get(component.exec(line)?.[1] ?? '') ??
          named.map((one) => one.exec(line)?.[1]).find((one) => one !== undefined);
        if (target === undefined || (!ending.test(target) && line.includes('{%'))) return [line];
        parts += 1;
        const found = depth < maxIncludeDepth && parts <= maxParts ? find(file, target) : undefined;
        if (found === undefined) {
          missing.push(target);
          return [];
        }
        const indent = /^\s*/.exec(line)?.[0] ?? '';
        const part = expand(found, withoutFrontMatter(textOfFile(readFileSync(found))), depth + 1);
        return part.split('\n').map((one) => (one === '' ? one : indent + one));
      })
      .join('\n');
  }

  const hasParts = partImport.test(source) || /@include:|8<-|include|\.mdx?['"]/.test(source);
  const text = hasParts ? expand(join(root, path), source, 0) : source;
  return { text, missing };
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(\r?\n|$)/, '');
}

function realOf(place: string): string | undefined {
  try {
    return realpathSync(place);
  } catch {
    return undefined; // it does not exist
  }
}
