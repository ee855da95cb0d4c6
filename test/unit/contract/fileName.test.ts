import { describe, expect, it } from 'vitest';
import { cleanFileName } from '../../../src/contract/fileName.ts';
import { isStorable, limits } from '../../../src/contract/limits.ts';
import { hostileStrings } from '../../support/hostile.ts';

describe('cleanFileName', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Grüße an Zoë.txt', 'Grüße an Zoë.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ada\\shot.png', 'shot.png'],
    ['invoice\u202egnp.exe', 'invoicegnp.exe'],
    ['a\r\nContent-Type: x.txt', 'aContent-Type x.txt'],
    ['  .hidden.  ', 'hidden'],
    ['<b>"x"|?*.png', 'bx.png'],
    ['..', 'file'],
    ['', 'file'],
    ['dir/', 'file'],
    ['photo.png\u200b', 'photo.png'],
    ['setup.e\u00adx\u2060e', 'setup.exe'],
    ['\u3164.txt', 'txt'],
    ['\u{1f468}\u200d\u{1f4bb} \u2764\ufe0f!.txt', '\u{1f468}\u200d\u{1f4bb} \u2764\ufe0f!.txt'],
    ['U\u0308bersicht.pdf', 'Übersicht.pdf'],
    ['a%2F..%5Cb.txt', 'a%2F..%5Cb.txt'],
  ])('turns %j into %j', (given, clean) => {
    expect(cleanFileName(given)).toBe(clean);
  });

  it('truncates a long name before its extension', () => {
    const name = cleanFileName(`${'👩'.repeat(200)}.png`);
    expect(name.length).toBeLessThanOrEqual(limits.fileName);
    expect(name).toMatch(/👩\.png$/u);
  });

  it('turns any text into a name that can be stored, and that does not change again', () => {
    for (const given of hostileStrings) {
      const name = cleanFileName(given);
      expect(name).not.toBe('');
      expect(name.length).toBeLessThanOrEqual(limits.fileName);
      expect(isStorable(name)).toBe(true);
      expect(cleanFileName(name)).toBe(name);
    }
  });
});
