// @vitest-environment happy-dom
import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createAppearance } from '../../../src/shell/appearance.ts';
import { lightnessOf, watchBackground } from '../../../src/shell/background.ts';

const page = document.documentElement;
let place = document.createElement('p');

beforeEach(() => {
  place = document.createElement('p');
  document.body.append(place);
});

afterEach(() => {
  for (const element of [page, document.body]) element.removeAttribute('style');
  page.className = '';
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

it.each([
  ['rgba(0, 0, 0, 0)', undefined],
  ['rgba(0, 0, 0, 0.3)', undefined],
  ['color(srgb 0 0 0 / 0.05)', undefined],
  ['', undefined],
  ['rgb(255, 255, 255)', 'light'],
  ['rgb(17, 24, 39)', 'dark'],
  ['rgba(17, 24, 39, 0.9)', 'dark'],
  ['oklch(0.21 0.034 264.665)', 'dark'],
  ['oklab(0.98 0 0)', 'light'],
  ['lab(8.11897 0.811279 -12.254)', 'dark'],
  ['lch(96 0 none)', 'light'],
  ['color(display-p3 0.07 0.09 0.15)', 'dark'],
  ['color(srgb 1 1 1 / 0.95)', 'light'],
])('the color %s is %s', (color, expected) => {
  const light = lightnessOf(color);
  expect(light === undefined ? undefined : light < 0.5 ? 'dark' : 'light').toBe(expected);
});

it.each([
  ['no background', () => {}, 'light'],
  ['a dark body', () => (document.body.style.backgroundColor = 'rgb(0, 0, 0)'), 'dark'],
  ['a dark root element', () => (page.style.backgroundColor = 'rgb(9, 9, 11)'), 'dark'],
  [
    'a light body on a dark root element',
    () => {
      page.style.backgroundColor = 'rgb(0, 0, 0)';
      document.body.style.backgroundColor = 'rgb(255, 255, 255)';
    },
    'light',
  ],
  [
    'a dark bar on a light body',
    () => {
      document.body.style.backgroundColor = 'rgb(255, 255, 255)';
      const bar = document.createElement('nav');
      bar.style.backgroundColor = 'rgb(17, 24, 39)';
      const root = document.createElement('div');
      root.attachShadow({ mode: 'open' }).append(place);
      bar.append(root);
      document.body.append(bar);
    },
    'dark',
  ],
  ['a declared light scheme', () => (page.style.colorScheme = 'light'), 'light'],
  [
    'the dark class and scheme of next-themes',
    () => {
      page.className = 'dark';
      page.style.colorScheme = 'dark';
    },
    'dark',
  ],
  [
    'a dark class alone, which changes the body',
    () => {
      page.className = 'dark';
      document.body.style.backgroundColor = 'rgb(10, 10, 10)';
    },
    'dark',
  ],
])('on a page with %s, an element is readable in a dark system', (_what, arrange, expected) => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  arrange();
  const appearance = createAppearance('auto', createTranslator());
  const background = watchBackground(place);
  const release = appearance.follow(place, background.isDark);
  expect(place.dataset.theme).toBe(expected);
  release();
  background.stop();
  appearance.destroy();
});

it('follows a page that changes its class, its body or the end of a transition', async () => {
  const background = watchBackground(place);
  const seen: boolean[] = [];
  const stop = effect(() => {
    seen.push(background.isDark());
  });
  document.body.setAttribute('style', 'background-color: rgb(0, 0, 0)');
  await expect.poll(() => seen.at(-1)).toBe(true);

  const next = document.createElement('body');
  next.append(place);
  document.body.replaceWith(next);
  await expect.poll(() => seen.at(-1)).toBe(false);

  next.setAttribute('style', 'background-color: rgb(0, 0, 0)');
  await expect.poll(() => seen.at(-1)).toBe(true);

  place.style.backgroundColor = 'rgb(255, 255, 255)';
  const bar = document.createElement('nav');
  bar.append(place);
  bar.style.backgroundColor = 'rgb(255, 255, 255)';
  next.append(bar);
  document.dispatchEvent(
    Object.assign(new Event('transitionend'), { propertyName: 'background-color' }),
  );
  expect(seen.at(-1)).toBe(false);
  background.stop();
  stop();
});

it('follows an element around it that changes without a transition, and style sheets', async () => {
  const bar = document.createElement('nav');
  bar.append(place);
  document.body.append(bar);
  const background = watchBackground(place);
  const seen: boolean[] = [];
  const stop = effect(() => {
    seen.push(background.isDark());
  });
  bar.setAttribute('style', 'background-color: rgb(0, 0, 0)');
  await expect.poll(() => seen.at(-1)).toBe(true);

  bar.removeAttribute('style');
  await expect.poll(() => seen.at(-1)).toBe(false);

  const sheet = document.createElement('style');
  sheet.textContent = 'nav { background-color: rgb(0, 0, 0) }';
  document.head.append(sheet);
  await expect.poll(() => seen.at(-1)).toBe(true);
  sheet.remove();
  await expect.poll(() => seen.at(-1)).toBe(false);
  background.stop();
  stop();
});

it('a panel has the scheme of the system until the background of the page is known', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  const appearance = createAppearance('auto', createTranslator());
  const release = appearance.follow(place);
  expect(place.dataset.theme).toBe('dark');
  const background = watchBackground(place);
  appearance.setDefault(background.isDark);
  expect(place.dataset.theme).toBe('light');
  appearance.setTheme('dark');
  expect(place.dataset.theme).toBe('dark');
  release();
  background.stop();
  appearance.destroy();
});
