// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import '../../../src/i18n/locales/en.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import { createLauncher } from '../../../src/shell/launcher.ts';
import { showUnread } from '../../../src/shell/unreadBadge.ts';

it('counts unread replies beside the button in one live region, which is empty when all are read', () => {
  const launcher = createLauncher({});
  const unread = signal(0);
  const remove = showUnread(launcher, unread, createTranslator());
  const marks = () => [...launcher.root.querySelectorAll<HTMLElement>('#unread')];
  expect(marks()).toEqual([]);
  unread.value = 12;
  expect(marks().map(({ ariaLabel, textContent }) => [ariaLabel, textContent])).toEqual([
    ['12 new replies', '9+'],
  ]);
  unread.value = 0;
  expect(marks().map(({ hidden, ariaLabel }) => [hidden, ariaLabel])).toEqual([[true, '']]);
  remove();
  expect(marks()).toEqual([]);
  launcher.destroy();
});
