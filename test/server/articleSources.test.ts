import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { folderOf, readAll } from './support/articleFolder.ts';

const titleOf = (source: string) => readArticle(parseFile(fileOf('a.md'), source)).title;

test.each([
  ['JSON', '{\n  "title": "Limits"\n}\n\nText'],
  ['JSON between lines', '---json\n{ "title": "Limits" }\n---\nText'],
  ['TOML between lines of YAML', '---toml\ntitle = "Limits"\n---\nText'],
  ['TOML with lists over lines', '+++\ntags = ["a",\n  "b"]\ntitle = "Limits"\n+++\nText'],
  ['TOML with long texts', '+++\ndescription = """\nMany\nlines"""\ntitle = "Limits"\n+++\nText'],
  ['names that come twice', '---\ntitle: Old\ntitle: Limits\n---\nText'],
  ['a value of a template', '---\nicon: {{ page.icon }} x\ntitle: Limits\n---\nText'],
  ['no front matter between two rules', '---\n\nSome words.\n\n---\n\nLimits'],
])('front matter in %s is read', (name, source) => {
  expect(titleOf(source)).toBe(name.startsWith('no ') ? 'A' : 'Limits');
});

test.each([
  ['es/spf.md', 'es', 'spf'],
  ['docs/es/spf.md', 'es', 'spf'],
  ['i18n/es/docusaurus-plugin-content-docs/current/spf.md', 'es', 'spf'],
  ['spf.es.md', 'es', 'spf'],
  ['spf.zh-CN.mdx', 'zh-cn', 'spf'],
  ['release-1.2.md', 'en', 'release-1.2'],
  ['guides/3.mdx', 'en', '3'],
  ['docs/spf.md', 'en', 'spf'],
])('%s is in %s', (path, locale, name) => {
  expect(fileOf(path)).toMatchObject({ locale, name, path });
});

test('files in any text encoding are read, and other files are reported', async () => {
  const { articles, faults } = await readAll(
    folderOf({
      'latin.md': Buffer.from('# Gr\xfc\xdfe', 'latin1'),
      'wide.md': Buffer.from('\ufeff# Grüße', 'utf16le'),
      'none.md': Buffer.from([0, 255, 1]),
    }),
  );
  expect(articles.map(({ source }) => source)).toEqual(['# Grüße', '# Grüße']);
  expect(faults).toEqual([{ path: 'none.md', line: 1, message: 'The file is not text.' }]);
});

test('a folder with an extension, and links that lead outside or nowhere, do not stop an import', async () => {
  const folder = folderOf({ 'a.md': '# A', 'b.md/c.md': '# C' });
  symlinkSync('/etc/hostname', join(folder, 'out.md'));
  symlinkSync('nowhere', join(folder, 'gone.md'));
  const { slugs, faults } = await readAll(folder);
  expect(slugs).toEqual(['en/a', 'en/c']);
  expect(faults.map(({ message }) => message)).toEqual([
    'The file cannot be read (ENOENT).',
    'The file is a link to a file outside of the folder.',
  ]);
});

test('all names that produce the same slug are imported', async () => {
  const { slugs, faults } = await readAll(
    folderOf({ 'a b.md': '1', 'a-b.md': '2', 'a_b.md': '3' }),
  );
  expect([new Set(slugs).size, faults]).toEqual([3, []]);
});

test('Hugo and Jekyll pages that begin with a line are articles, and other such files are counted', async () => {
  const hugo = await readAll(folderOf({ 'guide/_index.md': '# Guide', '_part.md': 'x' }));
  expect([hugo.slugs, hugo.parts]).toEqual([['en/guide'], ['_part.md']]);
  const jekyll = folderOf({ '_config.yml': '', '_docs/a.md': '# A', '_includes/b.md': 'x' });
  expect(await readAll(jekyll)).toMatchObject({ slugs: ['en/a'], parts: ['_includes/b.md'] });
});

test.each([
  ['Docusaurus', "import Part from './_part.mdx';\n\n<Part />"],
  ['VitePress', '<!--@include: ./_part.mdx-->'],
  ['MkDocs', '--8<-- "_part.mdx"'],
  ['GitBook', '{% include "_part.mdx" %}'],
  ['Hugo', '{{% include "/_part.mdx" %}}'],
])('includes of %s are replaced by their content', async (_name, text) => {
  const folder = folderOf({
    'a.mdx': `# A\n\n${text}\n\n${text.replace('_part', 'gone').replaceAll('Part', 'Gone')}`,
    '_part.mdx': '---\ntitle: x\n---\nThe **same** words.',
  });
  const { articles, missing } = await readAll(folder);
  expect(articles[0]?.content).toContain('The **same** words.');
  expect(missing).toMatchObject([{ path: 'a.mdx' }]);
});
