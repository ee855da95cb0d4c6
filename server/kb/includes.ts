import { readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { markdownEnding } from './articleFiles.ts';
import { codeLines } from './codeLines.ts';
import { type CodePart, codePartInFence, codePartOf, fenced, sectionOf } from './codeParts.ts';
import { includeLines } from './myst/includeLines.ts';
import { textOfFile } from './textOfFile.ts';

/** Maximum depth of nested includes, and number of includes in one article. */
const maxIncludeDepth = 4;
const maxParts = 100;
const maxCodeBytes = 100_000;
const partImport = /^import\s+(\w+)\s+from\s+['"]([^'"]+\.mdx?)['"];?\s*$/;
const component = /^\s*<([A-Z]\w*)\b[^<>]*\/>\s*$/;
/** Include directives of VitePress, MkDocs, GitBook, Jekyll, Hugo and mdBook. */
const named = [
  /^\s*<!--\s*@include:\s*([^\s{#]+).*?-->\s*$/,
  /^\s*-{1,}8<-{1,}\s+["']([^"']+)["']\s*$/,
  /^\s*\{%-?\s*include(?:_relative)?\s+["']?([^"'\s%]+)["']?.*%\}\s*$/,
  /^\s*\{\{[<%]\s*include\s+["']([^"']+)["'].*[>%]\}\}\s*$/,
  /^\s*\{\{#include\s+([^\s:{}]+)(?::[\w:-]*)?\s*\}\}\s*$/,
];
/** A directive of mdBook that is shown instead of run, and the title of the page. */
const escaped = /\\(?=\{\{#)/g;
const pageTitle = /^\s*\{\{#title\s[^{}]*\}\}\s*$/;

export interface WithParts {
  text: string;
  /** Included files that do not exist. */
  missing: string[];
}

/**
 * Replaces include directives with the content of the included files. Reads only files of the
 * folder: Markdown, and code for code blocks.
 */
export function withParts(folder: string, path: string, given: string): WithParts {
  const source = includeLines(given);
  const root = realpathSync(resolve(folder));
  const missing: string[] = [];
  let parts = 0;

  /** Files that start with a dot have settings and secrets. */
  const isPart = (file: string) => markdownEnding.test(file) && file.startsWith(root + sep);
  const isCode = (file: string) =>
    file.startsWith(root + sep) && !file.slice(root.length).includes(`${sep}.`);

  function find(from: string, target: string, isWanted = isPart): string | undefined {
    const rest = target.replace(/^(@site|@|~)?\/+/, '').replace(/^(\.\.?\/)+/, '');
    const folders = path.split('/').slice(0, -1);
    const homes = folders.map((_, depth) => folders.slice(0, depth + 1).join('/'));
    const places = [
      join(dirname(from), target),
      ...['', ...homes, '_includes'].map((top) => join(root, top, rest)),
    ];
    return places.map(realOf).find((file) => file !== undefined && isWanted(file));
  }

  function codeOf(from: string, { target, section }: CodePart): string[] | undefined {
    parts += 1;
    const file = parts > maxParts ? undefined : find(from, target, isCode);
    const code = file === undefined ? undefined : textIn(file);
    if (file === undefined || code === undefined) {
      missing.push(target);
      return undefined;
    }
    return sectionOf(code, section);
  }

  function expand(file: string, text: string, depth: number): string {
    const imports = new Map<string, string>();
    const isFenced = codeLines();
    return text
      .split(/\r?\n/)
      .flatMap((line): string[] => {
        const indented = (part: string[]) => {
          const indent = /^\s*/.exec(line)?.[0] ?? '';
          return part.map((one) => (one === '' ? one : indent + one));
        };
        if (isFenced(line)) {
          const inFence = codePartInFence(line);
          const code = inFence && codeOf(file, inFence);
          return code === undefined ? [line.replaceAll(escaped, '')] : indented(code);
        }
        if (pageTitle.test(line)) return [];
        const codePart = codePartOf(line);
        if (codePart !== undefined) {
          const code = codeOf(file, codePart);
          return code === undefined
            ? []
            : indented(fenced(extname(codePart.target).slice(1), code));
        }
        const [, name, from] = partImport.exec(line) ?? [];
        if (name !== undefined && from !== undefined) {
          imports.set(name, from);
          return [];
        }
        const target =
          imports.get(component.exec(line)?.[1] ?? '') ??
          named.map((one) => one.exec(line)?.[1]).find((one) => one !== undefined);
        if (target === undefined || (!markdownEnding.test(target) && line.includes('{%')))
          return [line];
        parts += 1;
        const found = depth < maxIncludeDepth && parts <= maxParts ? find(file, target) : undefined;
        if (found === undefined) {
          missing.push(target);
          return [];
        }
        const part = expand(found, withoutFrontMatter(textOfFile(readFileSync(found))), depth + 1);
        return indented(part.split('\n'));
      })
      .join('\n');
  }

  const hasParts =
    partImport.test(source) || /@include:|8<-|include|<<<|\{\*|\{\{#|\.mdx?['"]/.test(source);
  const text = hasParts ? expand(join(root, path), source, 0) : source;
  return { text, missing };
}

/** Returns undefined for a file that is not short text. */
function textIn(file: string): string | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.length > maxCodeBytes ? undefined : textOfFile(bytes);
  } catch {
    return undefined; // it is a folder, cannot be read, or is not text
  }
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
