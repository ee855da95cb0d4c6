import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readSource } from './language/prose.mjs';
import { retired } from './language/retired.mjs';
import { lintLines, lintMarkdown } from './language/textlint.mjs';
import { run } from './run.mjs';

/*
 * Finds retired words and spelling mistakes in Markdown, comments, messages, titles of tests and the
 * English interface, retired parts of identifiers, log lines without a message,
 * and constants of time without a unit. Prints file, line,
 * column, the word, and what to write instead. The rules are in build/language: prh.yml, retired.mjs and
 * words.txt. Arguments name the files to check. Default: all files of the repository.
 */
const named = process.argv.slice(2);

/** Data rather than prose: articles, stop words, and the packages of other hosts. */
const data =
  /^(?:demo\/(?:articles|public)|bench\/relevance|test\/consumers\/projects|src\/relevance\/languages)\//;
/** Code whose strings are read by people. In other code only comments and titles of tests are checked. */
const spoken =
  /^(?:\/|(?:src|server|desk|build|demo|stories)\/(?!db\/migrations|i18n\/locales\/(?!en)))/;

const spelling = run('node_modules/.bin/cspell', [
  'lint',
  '--no-progress',
  '--no-summary',
  '--no-color',
  '--show-suggestions',
  ...(named.length > 0 ? ['--root', '/', '--no-gitignore', ...named] : []),
]);

const files =
  named.length > 0
    ? named
    : execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
        .split('\n')
        .filter((file) => /\.(?:md|tsx?|m[jt]s)$/.test(file) && !data.test(file));

const problems = [];
/** `offset`: the position of the word in `text`, the content of `file`. */
function report(file, text, offset, message) {
  const before = text.slice(0, offset).split('\n');
  problems.push(`${file}:${before.length}:${before.at(-1).length + 1}  ${message}`);
}

const lines = [];
for (const file of files) {
  if (file.endsWith('.md')) {
    const text = readFileSync(file, 'utf8');
    for (const { offset, message } of await lintMarkdown(file)) report(file, text, offset, message);
    continue;
  }
  const source = readSource(file, { strings: spoken.test(file) });
  const { text, prose, identifiers, silentLogs, unitless } = source;
  lines.push(...prose.map((line) => ({ ...line, file, whole: text })));
  for (const start of silentLogs) {
    report(file, text, start, 'a log line without a message => logger.warn(fields, message)');
  }
  for (const { name, start } of unitless) {
    report(file, text, start, `${name} => a name with its unit, such as ${name}Ms`);
  }
  for (const { name, start } of identifiers) {
    const found = retired.find(([pattern]) => pattern.test(name));
    if (found) report(file, text, start, `${name} => ${found[1]}`);
  }
}

for (const { line, column, message } of await lintLines(lines.map(({ text }) => text))) {
  const { file, whole, start } = lines[line];
  report(file, whole, start + column, message);
}

const { code, output } = await spelling;
if (code !== 0) problems.push(output.trim());

for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
