import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { directiveAt } from '../../server/kb/myst/directive.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { folderOf, readAll } from './support/articleFolder.ts';

const read = (source: string) => readArticle(parseFile(fileOf('a.md'), `# Title\n\n${source}`));
const textOf = (source: string) => read(source).body;

test.each([
  ['a fence', '```{note}\nSet a limit.\n```', 'note', null],
  ['colons', ':::{tip} Save time\nSet a limit.\n:::', 'tip', 'Save time'],
  ['options', ':::{warning}\n:class: dropdown\n\nSet a limit.\n:::', 'warning', null],
  ['a title', '```{admonition} Careful\n:class: danger\nSet a limit.\n```', 'danger', 'Careful'],
  ['a version', '```{versionadded} 2.0\nSet a limit.\n```', 'note', 'Version 2.0'],
  ['the form of Quarto', '::: {.callout-tip}\nSet a limit.\n:::', 'tip', null],
])('a directive with %s is a callout', (_, source, tone, title) => {
  expect(read(source).blocks).toMatchObject([
    { type: 'callout', tone, title, children: [{ type: 'paragraph' }] },
  ]);
  expect(textOf(source)).toContain('Set a limit.');
});

test('a directive has the same end in every pass over the lines', () => {
  const line = fc.constantFrom(
    ':::{note}',
    '::::{tip} Title',
    ':::',
    '::::',
    '```{code}',
    '```',
    'x',
  );
  const pass = fc.array(fc.nat(20), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), pass, (lines, places) => {
      for (const at of places) expect(directiveAt(lines, at)).toEqual(directiveAt([...lines], at));
    }),
  );
});

test('directives within others, tabs, cards and unknown ones keep their content', () => {
  const source =
    '::::{tab-set}\n:::{tab-item} npm\n```{code-block} sh\nnpm i\n```\n:::\n:::{tab-item} pip\nRun it.\n:::\n::::\n\n:::{card} Start\n:link: a.md\n^^^\nFirst\n+++\nLast\n:::\n\n:::{custom}\nText\n:::';
  expect(textOf(source)).toBe('npm\nnpm i\npip\nRun it.\nStart\nFirst\nLast\nText');
});

test('code, formulas, figures and tables of MyST are read', () => {
  const source =
    '```{code-block} python\n:linenos:\nx = 1\n```\n\n```{math}\n:label: e\nx^2\n```\n\n```{figure} a.png\n:alt: Chart\nThe caption\n```\n\n```{list-table} Prices\n:header-rows: 1\n\n* - Plan\n  - Price\n* - Pro\n  - 9\n```\n\n```{csv-table}\n:header: A, "B, b"\n1, 2\n```';
  expect(read(source).blocks).toMatchObject([
    { type: 'code', language: 'python', text: 'x = 1' },
    { type: 'code', language: 'latex', text: 'x^2' },
    { type: 'paragraph' },
    { type: 'paragraph' },
    { type: 'paragraph' },
    { type: 'table', header: [[{ text: 'Plan' }], [{ text: 'Price' }]], rows: [[{}, {}]] },
    { type: 'table', header: [[{ text: 'A' }], [{ text: 'B, b' }]], rows: [[{}, {}]] },
  ]);
});

test.each([
  ['{kbd}`Ctrl` and {abbr}`SPF (policy)`', 'Ctrl and SPF (policy)'],
  ['See {py:class}`~pkg.Model` {octicon}`tag`.', 'See Model .'],
  ['Read {ref}`the limits <limits>` and {doc}`/intro`', 'Read the limits and /intro'],
  ['`{ref}` and ``{ref}`x` ``', '{ref} and {ref}`x` '],
  ['(label)=\n## Part\n\n% A comment\nText\n\n+++\nMore', 'Text\nMore'],
])('roles, targets and comments of MyST are not shown: %s', (source, text) => {
  expect(textOf(source)).toBe(text);
});

test.each(['\\begin{align}\na_{1} &= b\n\\end{align}', '\\[\na_{1}\n\\]'])(
  'a formula between other marks is code: %j',
  (source) => {
    expect(read(source).blocks).toMatchObject([{ type: 'code', language: 'latex' }]);
  },
);

test('links of MyST lead to labels and pages of other files, with their titles', async () => {
  const { articles } = await readAll(
    folderOf({
      'conf.py': 'extensions = ["myst_parser"]\nmyst_substitutions = {\n  "plan": "Pro",\n}\n',
      'myst.yml': 'project:\n  references:\n    guide: https://guide.example/\n',
      'intro.md':
        '---\nsubstitutions:\n  limit: 5 {{ plan }}\n---\n# Intro\n\n{{ limit }} `{{ limit }}` {{ other }}\n\n' +
        '{ref}`spf-limit` [](#spf-limit) [here](spf-limit) [](dns/spf.md) {doc}`dns/spf`\n' +
        '<project:dns/spf.md> [Guide](xref:guide/start#a) <doi:10.1/x>\n\n```\n{ref}`spf-limit`\n```',
      'dns/spf.md': '# SPF\n\n(spf-limit)=\n## The limit\n\n[Back](project:/intro.md)',
    }),
  );
  const [spf, intro] = articles.map(({ content }) => content);
  const limit = '[The limit](<dns/spf.md#spf-limit>)';
  expect(intro).toBe(
    `# Intro\n\n5 Pro \`{{ limit }}\` {{ other }}\n\n${limit} ${limit} [here](<dns/spf.md#spf-limit>) ` +
      '[SPF](<dns/spf.md>) [SPF](<dns/spf.md>)\n' +
      '[SPF](<dns/spf.md>) [Guide](<https://guide.example/start#a>) [x](<https://doi.org/10.1/x>)' +
      '\n\n```\n{ref}`spf-limit`\n```',
  );
  expect(spf).toContain('[Back](</intro.md>)');
});
