import type { Data, Processor } from 'unified';
import type { MarkdownBlock, MarkdownRoot } from './markdown.ts';

/** `[text][label]` and `[text][]`. The lengths are limited, because a text can have no end. */
const reference = /(?<!\\)\[((?:[^[\]\\]|\\.){1,300})\]\[((?:[^[\]\\]|\\.){0,300})\]/g;

type Extension = NonNullable<Data['micromarkExtensions']>[number];
type Constructs = NonNullable<Extension['document']>[string];
type Tokenize = Extract<Constructs, { tokenize: unknown }>['tokenize'];

/**
 * Makes the parser read references to labels that the article does not define. Tools define them
 * elsewhere, such as MkDocs in the code of a package.
 */
export function undefinedReferences(this: Processor, source: string): void {
  const labels = [...source.matchAll(reference)].map(([, text = '', label]) => label || text);
  if (labels.length === 0) return;
  const known = new Set(labels.map(identifierOf));
  const define: Tokenize = function (_effects, _ok, nok) {
    const { defined } = this.parser;
    for (const label of known) defined.push(label);
    known.clear();
    return nok;
  };
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({ document: { null: { tokenize: define } } });
}

/** True if the text can contain references with labels. */
export function hasReferences(source: string): boolean {
  return source.search(reference) >= 0;
}

/** Returns the form in which the parser compares labels. */
function identifierOf(label: string): string {
  return label.replaceAll(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** Returns the targets of link labels. The first definition of a label counts. */
export function readDefinitions(root: MarkdownRoot): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  const open: (MarkdownRoot | MarkdownBlock)[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node.url);
    }
    if ('children' in node && node.type !== 'paragraph') open.push(...node.children.toReversed());
  }
  return definitions;
}
