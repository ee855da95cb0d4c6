import { expect, it } from 'vitest';
import { defaultLinks } from '../../../src/core/helpLinks.ts';
import { linkLabel } from '../../../src/i18n/linkLabel.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';

it('translates the default links, and keeps the names of all others', async () => {
  const i18n = createTranslator();
  const labels = () => defaultLinks.map((link) => linkLabel(link, i18n));
  expect(labels()).toEqual(defaultLinks.map(({ name }) => name));
  await i18n.setLocale('es-MX');
  expect(labels()).toEqual([
    'Base de conocimientos',
    'Soporte',
    'Videotutoriales',
    'Glosario',
    'Nuestros servicios',
  ]);
  for (const name of ['Our blog', '__proto__', 'constructor', '']) {
    expect(linkLabel({ name }, i18n)).toBe(name);
  }
});
