import { calloutLines, toneOf } from '../callouts.ts';
import { codeLines } from '../codeLines.ts';
import { fenced } from '../codeParts.ts';
import { type Directive, directiveAt } from './directive.ts';
import { csvTable, listTable } from './tables.ts';

/** Deeper directives are shown as code. */
const maxDepth = 8;
const target = /^\s*\((?<label>[^()\s]{1,200})\)=\s*$/;
/** Comments, breaks between blocks, and marks of Sphinx for the whole file. */
const comment = /^(?:%|\+\+\+(?:\s|$)|:(?:orphan|nocomments|tocdepth):\s*\w*$)/;
/** A field, such as `:name: text`. */
const field = /^(\s{0,3}):([A-Za-z][^:`\n]{0,60}):\s+(?=\S)/;
const heading = /^\s{0,3}#{1,6}\s/;
/** Directives whose content is code. */
export const code = /^(?:code|code-block|code-cell|sourcecode|prompt|mermaid)$/;
/** Directives that other directives or a page consist of. Their content is shown. */
const container =
  /^(?:tab-set|tabs|grid|grid-item|div|container|card-carousel|card-header|card-footer|table|epigraph|figure-md|margin|only|ifconfig|section|include|line-block|bibliography-entry)$/;
const named =
  /^(?:tab-item|tab|group-tab|card|grid-item-card|rubric|topic|sidebar|aside|dropdown|exercise|solution|proof:\w+|prf:\w+)$/;
/** Directives whose content their tool makes. */
export const ofTool =
  /^(?:toctree|tableofcontents|toc|contents|bibliography|index|raw|auto\w+|(?:py|js|c|cpp|rst):auto\w+|automodapi|autosummary|apidocs?|autodoc2?-\w+|myst-config|myst-warnings|myst-admonitions|docutils-cli-help|iframe|video|youtube|button-link|eval-rst|literalinclude|bokeh-plot|plot)$/;

/**
 * Converts MyST to Markdown: directives such as `:::{note}`, targets such as `(label)=`, comments
 * and block breaks. Lines of other tools do not change.
 */
export function mystLines(lines: readonly string[], depth = 0): string[] {
  const isMyst = depth > 0 || lines.some((line, at) => target.test(line) || isDirective(lines, at));
  if (!isMyst) return [...lines];
  const read: string[] = [];
  const isCode = codeLines();
  let label: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const directive = directiveAt(lines, at);
    if (directive !== undefined) {
      read.push('', ...indented(directive, markdownOf(directive, depth)), '');
      at += directive.length - 1;
      continue;
    }
    if (isCode(line)) {
      read.push(line);
      continue;
    }
    const found = target.exec(line)?.groups?.label;
    if (found !== undefined) {
      label ??= found;
      continue;
    }
    if (comment.test(line)) {
      read.push('');
      continue;
    }
    const isNamed = label !== undefined && heading.test(line) && !line.trimEnd().endsWith('}');
    read.push(isNamed ? `${line.trimEnd()} {#${label}}` : line.replace(field, '$1**$2**: '));
    if (line.trim() !== '') label = undefined;
  }
  return read;
}

/** Quick, because most files have none. */
const isDirective = (lines: readonly string[], at: number) =>
  /^\s*(?::{3,}|`{3,}|~{3,})\s*\{/.test(lines[at] ?? '') && directiveAt(lines, at) !== undefined;

function indented({ indent }: Directive, lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}

function markdownOf(directive: Directive, depth: number): string[] {
  const { name, argument, options, body, isFence } = directive;
  if (depth >= maxDepth) return fenced('', body);
  const inner = () => mystLines(body, depth + 1);
  const link = options.get('link') ?? '';
  if (code.test(name)) return fenced(name === 'mermaid' ? name : argument, body);
  if (name === 'math') return fenced('latex', body);
  if (name === 'image' || name === 'figure') {
    return [
      `![${options.get('alt') ?? ''}](${argument})`,
      '',
      ...(name === 'figure' ? inner() : []),
    ];
  }
  if (name === 'list-table')
    return captioned(argument, listTable(body, options.has('header-rows')));
  if (name === 'csv-table') return captioned(argument, csvTable(body, options.get('header')));
  if (name === 'glossary') return body.map(termOf);
  if (name === 'button-ref') return [`[${body.join(' ') || argument}](#${argument})`];
  const tone = toneFor(directive);
  if (tone !== undefined) return calloutLines(tone, titleOf(directive), inner());
  if (ofTool.test(name)) return name === 'eval-rst' ? fenced('rst', body) : [];
  if (named.test(name)) return captioned(linked(argument, link, options), inner().map(withoutMark));
  if (container.test(name) || !isFence) return inner().map(withoutMark);
  return fenced(name, body);
}

/** Returns the kind of callout, or undefined for other directives. */
function toneFor({ name, options }: Directive): string | undefined {
  if (name === 'admonition') {
    const classes = (options.get('class') ?? '').split(/[\s,]+/);
    return classes.find((one) => toneOf(one) !== undefined) ?? 'note';
  }
  if (/^(?:deprecated|versionremoved)$/.test(name)) return 'warning';
  if (/^(?:versionadded|versionchanged|todo|dropdown)$/.test(name)) return 'note';
  return toneOf(name) === undefined ? undefined : name;
}

/** Roles of a notice, such as a version, are its title. Other text belongs to its content. */
function titleOf({ name, argument }: Directive): string {
  return /^(?:version\w+|deprecated)$/.test(name) ? `Version ${argument}` : argument;
}

function captioned(title: string, lines: readonly string[]): string[] {
  return title === '' ? [...lines] : [`**${title}**`, '', ...lines];
}

function linked(title: string, link: string, options: ReadonlyMap<string, string>): string {
  if (link === '') return title;
  return `[${title}](${options.get('link-type') === 'ref' ? '#' : ''}${link})`;
}

/** Cards mark their header and footer by such lines. */
const withoutMark = (line: string) => (/^\s*(?:\^{3,}|\+{3,})\s*$/.test(line) ? '' : line);

function termOf(line: string): string {
  const isTerm = /^\S/.test(line) && !line.startsWith(':');
  return isTerm ? `\n**${line.trim()}**\n` : line.replace(/^\s*(?::\s+)?/, '');
}
