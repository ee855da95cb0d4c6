import { readFileSync } from 'node:fs';
import ts from '@typescript/typescript6';

/**
 * Reads a TypeScript or JavaScript file. Returns its prose as `{ text, start, end }` by offset, its
 * identifiers as `{ name, start }`, the positions of log calls with fields but no message, and the
 * constants of time whose names have no unit as `{ name, start }`.
 * Prose includes every line of a comment and every test title. With `strings` it also includes
 * every string with a sentence: an error, a log line, a text of the interface.
 */
export function readSource(path, { strings }) {
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const prose = new Map();
  const identifiers = [];
  const silentLogs = [];
  const unitless = [];
  const add = (start, end) => {
    for (const line of linesOf(text, start, end)) prose.set(line.start, line);
  };
  const addComments = (ranges) => {
    for (const { pos, end } of ranges ?? []) add(pos, end);
  };
  const visit = (node) => {
    addComments(ts.getLeadingCommentRanges(text, node.pos));
    addComments(ts.getTrailingCommentRanges(text, node.end));
    if (ts.isIdentifier(node)) identifiers.push({ name: node.text, start: node.getStart(source) });
    if (isSentence(node) && (strings || isTitle(node))) add(node.getStart(source), node.end);
    if (isSilentLog(node)) silentLogs.push(node.getStart(source));
    if (isUnitless(node)) unitless.push({ name: node.name.text, start: node.getStart(source) });
    for (const child of node.getChildren(source)) {
      if (child.kind < ts.SyntaxKind.FirstJSDocNode || child.kind > ts.SyntaxKind.LastJSDocNode) {
        visit(child);
      }
    }
  };
  visit(source);
  const sorted = [...prose.values()].toSorted((a, b) => a.start - b.start);
  return { text, prose: sorted, identifiers, silentLogs, unitless };
}

/**
 * True for a text that contains a sentence: a string, a part of a template that is not SQL, or JSX
 * text.
 */
function isSentence(node) {
  const template = templateOf(node);
  const isText = ts.isStringLiteralLike(node) || template !== undefined || ts.isJsxText(node);
  if (!isText || ts.isTaggedTemplateExpression((template ?? node).parent)) return false;
  return /\p{L}\s+\S/u.test((template ?? node).getText());
}

/** Returns the template of a text between two of its expressions. */
function templateOf(node) {
  if (ts.isTemplateHead(node)) return node.parent;
  return ts.isTemplateMiddleOrTemplateTail(node) ? node.parent.parent : undefined;
}

/** True for the first argument of `describe`, `it` and `test`, `it.each(…)` included. */
function isTitle(node) {
  const title = templateOf(node) ?? node;
  const call = title.parent;
  if (!ts.isCallExpression(call) || call.arguments[0] !== title) return false;
  return /^(?:describe|it|test)\b/.test(call.expression.getText());
}

/** True for `logger.warn({ … })`: an operator has nothing to search for. */
function isSilentLog(node) {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const isLog = /[lL]ogger(?:'\))?\.(?:debug|error|fatal|info|warn)$/.test(
    node.expression.getText(),
  );
  const [first, ...rest] = node.arguments;
  return isLog && first !== undefined && ts.isObjectLiteralExpression(first) && rest.length === 0;
}

/** True for `const uploadTimeout = 30_000` and `const hour = 3_600_000`: the name lacks the unit. */
function isUnitless(node) {
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return false;
  if (!(node.parent.flags & ts.NodeFlags.Const)) return false;
  if (!/^[\d_]+(?:\s*\*\s*[\d_]+)*$/.test(node.initializer?.getText() ?? '')) return false;
  return /^(?:second|minute|hour|day|week)$|(?:[dD]elay|[iI]nterval|[lL]ease|[lL]ifetime|[tT]imeout|[tT]olerance)$/.test(
    node.name.text,
  );
}

/** Returns the lines of a range, without the delimiters of comments and strings. */
function linesOf(text, start, end) {
  const lines = [];
  let at = start;
  for (const line of text.slice(start, end).split('\n')) {
    const [, before, content] = /^(\s*(?:\/\*\*?|\*\/|\*|\/\/+|['"`])?\s*)(.*?)\s*(?:\*\/)?$/.exec(
      line,
    );
    if (content !== '') {
      const from = at + before.length;
      lines.push({ text: content, start: from, end: from + content.length });
    }
    at += line.length + 1;
  }
  return lines;
}
