// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { codeFor, onAccent, stacks } from '../../../demo/builder/code.ts';
import { policyFor } from '../../../demo/builder/policy.ts';
import { readSetup } from '../../../demo/builder/setup.ts';
import { readOptions } from '../../../src/embed/options.ts';
import { setups } from '../../support/builtSnippets.ts';

it.each(setups)('the script tag has the chosen options, whatever characters they have', (setup) => {
  const [file] = codeFor('Script tag', setup);
  const page = new DOMParser().parseFromString(file?.code ?? '', 'text/html');
  expect(readOptions(page.querySelector('script')) ?? {}).toEqual(setup.config);
});

it('only options that differ from their default are written', () => {
  const [, defaults = { config: {}, accent: undefined, elements: new Set<never>() }] = setups;
  expect(defaults.config).toEqual({});
  for (const stack of stacks) expect(codeFor(stack, defaults)).toHaveLength(1);
});

it.each([
  ['#000000', '#ffffff'],
  ['#0a7d55', '#ffffff'],
  ['#ffd400', '#000000'],
  ['#ffffff', '#000000'],
])('text on %s is %s', (accent, text) => {
  expect(onAccent(accent)).toBe(text);
});

it.each([
  ['https://support.acme.example/v1/', 'https://support.acme.example'],
  ['/v1/', "'self'"],
])('the policy allows the backend at %s', (baseUrl, source) => {
  const setup = {
    config: { apiKey: 'pk_live_x', baseUrl },
    accent: undefined,
    elements: new Set<never>(),
  };
  expect(policyFor('Script tag', setup)).toEqual([
    'script-src https://your.site',
    `connect-src ${source}`,
    `img-src ${source} data:`,
  ]);
});

it('a page without a key only loads the script', () => {
  const setup = { config: {}, accent: undefined, elements: new Set<never>() };
  expect(policyFor('npm', setup)).toEqual(["script-src 'self'"]);
});

it('a value cannot end the script of a Vue file', () => {
  const config = { apiKey: `pk_"'\\</script><!--` };
  const [file] = codeFor('Vue', { config, accent: undefined, elements: new Set<never>() });
  const page = new DOMParser().parseFromString(file?.code ?? '', 'text/html');
  expect(page.querySelector('script')?.textContent).toMatch(/\{\n {2}apiKey: '.*',\n\};\n$/);
});

it.each([
  ['', undefined],
  ['abc', undefined],
  ['Infinity', undefined],
  ['-5', { x: 0, y: 24 }],
  ['1e9', { x: 400, y: 24 }],
])('the offset "%s" is read as %o', (x, offset) => {
  const { config } = readSetup(
    new Map([
      ['x', x],
      ['launcher', 'on'],
    ]),
  );
  expect(config.offset).toEqual(offset);
});
