import type { Block, Inline, Tone } from '../../src/contract/articleBody.ts';
import { limits } from '../../src/contract/limits.ts';
import { withEmoji } from './emoji.ts';

/** Kinds of callouts of all supported tools. */
const tones: Readonly<Record<string, Tone>> = {
  note: 'note',
  info: 'note',
  information: 'note',
  important: 'note',
  abstract: 'note',
  summary: 'note',
  question: 'note',
  quote: 'note',
  example: 'note',
  details: 'note',
  seealso: 'note',
  default: 'note',
  secondary: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  warning: 'warning',
  caution: 'warning',
  attention: 'warning',
  danger: 'danger',
  error: 'danger',
  failure: 'danger',
  bug: 'danger',
  提示: 'tip',
  小贴士: 'tip',
  ヒント: 'tip',
  팁: 'tip',
  注意: 'warning',
  警告: 'warning',
  주의: 'warning',
  경고: 'warning',
  危险: 'danger',
  危険: 'danger',
  위험: 'danger',
};

/** Captions of diagrams, which are shown as source. */
const diagrams: Readonly<Record<string, string>> = {
  mermaid: 'Diagram (Mermaid)',
  plantuml: 'Diagram (PlantUML)',
};

export function toneOf(name: string): Tone | undefined {
  return Object.hasOwn(tones, name) ? tones[name] : undefined;
}

/**
 * Parses `[!NOTE]` at the start of a quote, as in GitHub's Markdown. A title can follow in the same
 * line.
 */
export function alertHead(
  text: string,
): { tone: Tone; title: string | null; length: number } | undefined {
  const [head, kind = '', title = ''] = /^\[!(\w+)\][+-]?[ \t]*([^\n]*)\n?/.exec(text) ?? [];
  const tone = toneOf(kind.toLowerCase());
  if (head === undefined || tone === undefined) return undefined;
  const shown = withEmoji(title.trim()).slice(0, limits.subject);
  return { tone, title: shown || null, length: head.length };
}

/** Returns the lines of a callout in GitHub's form. */
export function calloutLines(kind: string, title: string, body: readonly string[]): string[] {
  const head = `> [!${kind.toUpperCase()}] ${title}`.trimEnd();
  return [head, ...body.map((line) => `> ${line}`.trimEnd())];
}

/** Returns the caption above the source of a diagram. */
export function captionOf({ lang }: { lang?: string | null | undefined }): Block[] {
  const caption = Object.hasOwn(diagrams, lang ?? '') ? diagrams[lang ?? ''] : undefined;
  if (caption === undefined) return [];
  const children: Inline[] = [{ type: 'text', text: caption }];
  return [{ type: 'paragraph', children: [{ type: 'emphasis', children }] }];
}
