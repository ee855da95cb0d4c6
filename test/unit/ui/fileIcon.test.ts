import { File, Film, Image } from 'lucide';
import { expect, test } from 'vitest';
import { fileIcon } from '../../../src/ui/fileIcon.ts';

test.each([
  ['video/quicktime', Film],
  ['image/heic', Image],
  ['text/csv', File],
  ['application/pdf', File],
])('a file of %s has the icon of its type', (type, icon) => {
  expect(fileIcon(type)).toBe(icon);
});
