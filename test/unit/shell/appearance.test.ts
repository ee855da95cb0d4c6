// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createAppearance } from '../../../src/shell/appearance.ts';

afterEach(() => {
  document.documentElement.removeAttribute('dir');
});

it.each([
  ['', 'en', 'ltr'],
  ['rtl', 'en', 'rtl'],
  ['ltr', 'ar', 'rtl'],
  ['', 'ckb', 'ltr'],
])('on a page with dir="%s" in %s the widget is %s', async (page, language, direction) => {
  document.documentElement.dir = page;
  const i18n = createTranslator();
  await i18n.setLocale(language);
  const appearance = createAppearance('light', i18n);
  const host = document.createElement('div');
  const release = appearance.follow(host);
  expect(host.dir).toBe(direction);
  release();
  appearance.destroy();
});
