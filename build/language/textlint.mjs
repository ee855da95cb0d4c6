import { readFileSync } from 'node:fs';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import prh from 'textlint-rule-prh';

const kernel = new TextlintKernel();
const ruleFile = 'build/language/prh.yml';
const rules = [
  {
    ruleId: 'prh',
    rule: prh.default ?? prh,
    options: { rulePaths: [ruleFile], checkEmphasis: true, checkBlockQuote: true, checkLink: true },
  },
];

/** Lints a Markdown page. Resolves to `{ offset, message }` for each retired word. */
export async function lintMarkdown(path) {
  const plugin = { pluginId: 'markdown', plugin: markdown.default ?? markdown };
  return lint(readFileSync(path, 'utf8'), '.md', plugin);
}

/**
 * Lints each line separately, but in one call, so that the rules are read once. Resolves to `{
 * line, column, message }` for each retired word, both counted from 0.
 */
export async function lintLines(lines) {
  const plugin = { pluginId: 'lines', plugin: { Processor: LinesProcessor } };
  const text = lines.join('\n');
  return (await lint(text, '.lines', plugin)).map(({ offset, message }) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, column: before.at(-1).length, message };
  });
}

async function lint(text, ext, plugin) {
  const { messages } = await kernel.lintText(text, { ext, plugins: [plugin], rules });
  return messages.map(({ range, message }) => ({ offset: range[0], message }));
}

class LinesProcessor {
  availableExtensions() {
    return ['.lines'];
  }

  processor() {
    return { preProcess: treeOf, postProcess: (messages, filePath) => ({ messages, filePath }) };
  }
}

/** Returns a textlint document with one paragraph per line. */
function treeOf(text) {
  let at = 0;
  const lines = text.split('\n');
  const children = lines.map((raw, index) => {
    const range = [at, at + raw.length];
    const line = index + 1;
    const loc = { start: { line, column: 0 }, end: { line, column: raw.length } };
    at += raw.length + 1;
    const str = { type: 'Str', raw, value: raw, range, loc };
    return { type: 'Paragraph', raw, range, loc, children: [str] };
  });
  const end = { line: lines.length, column: lines.at(-1).length };
  const loc = { start: { line: 1, column: 0 }, end };
  return { type: 'Document', raw: text, range: [0, text.length], loc, children };
}
