import { directiveAt } from './directive.ts';

/** Converts the include directives of MyST to those of VitePress, which have a line of their own. */
export function includeLines(source: string): string {
  if (!/\{(?:literal)?include\}/.test(source)) return source;
  const lines = source.split(/\r?\n/);
  const read: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const directive = line.includes('include}') ? directiveAt(lines, at) : undefined;
    if (directive?.name !== 'include' && directive?.name !== 'literalinclude') {
      read.push(line);
      continue;
    }
    const { argument, indent, name, length } = directive;
    at += length - 1;
    read.push(indent + (name === 'include' ? `<!-- @include: ${argument} -->` : `<<< ${argument}`));
  }
  return read.join('\n');
}
