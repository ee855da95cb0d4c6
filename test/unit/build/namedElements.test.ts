// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { besideNamedElements } from '../../../build/namedElements.ts';

const code = (name: string) => readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8');

it.each([
  ['document.body.append(a)', 'Reflect.get(Document.prototype,"body",document).append(a)'],
  ['document.querySelector(a)', 'Document.prototype.querySelector.call(document,a)'],
  ['[...document.scripts]', '[...Reflect.get(Document.prototype,"scripts",document)]'],
  ['changes.observe(document, options)', 'changes.observe(document, options)'],
  ['window.document.currentScript', 'window.document.currentScript'],
  ["document.title = 'a'", "document.title = 'a'"],
])('writes %s as %s', (given, written) => {
  expect(besideNamedElements(given, '/src/a.ts')).toBe(written);
});

it('rejects code that takes the document apart, because an element can hide its properties', () => {
  expect(() => besideNamedElements('const { body } = document;', '/src/a.ts')).toThrow(
    '/src/a.ts takes document apart',
  );
});

it('creates no node by a document property in a library that renders', () => {
  const published = code('modern-screenshot');
  expect(published).toMatch(/\.createTextNode\(/);
  const written = besideNamedElements(published, 'node_modules/modern-screenshot/index.mjs');
  expect(written).not.toMatch(/\.create(TextNode|ElementNS)\(/);
});
