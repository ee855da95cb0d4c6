import { describe, expect, it } from 'vitest';
import { isSafeUrl, safeAddress } from '../../../src/contract/limits.ts';
import hostileUrls from '../../support/hostileUrls.json' with { type: 'json' };

const base = 'https://api.example.com/v1/';

describe('the validation of addresses', () => {
  it.each([
    ['https://help.example.com/kb?a=b#c', 'https://help.example.com/kb?a=b#c'],
    ['http://localhost:3000', 'http://localhost:3000/'],
    ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
    ['mailto:help@example.com', 'mailto:help@example.com'],
    ['tel:+34600000000', 'tel:+34600000000'],
  ])('accepts %s with and without a base', (address, href) => {
    expect(safeAddress(address)).toBe(href);
    expect(safeAddress(address, base)).toBe(href);
    expect(isSafeUrl(address)).toBe(true);
  });

  it.each([
    ['attachments/7?token=x', 'https://api.example.com/v1/attachments/7?token=x'],
    ['/kb/a', 'https://api.example.com/kb/a'],
    ['#top', 'https://api.example.com/v1/#top'],
    ['', base],
  ])('accepts the path %j only with a base', (path, href) => {
    expect(safeAddress(path, base)).toBe(href);
    expect(isSafeUrl(path)).toBe(false);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'vbscript:x',
    '//example.com',
    '/\\example.com',
    '\\\\example.com',
    'http:example.com',
    'https://good.example@evil.example',
    'https://[',
  ])('rejects %j', (address) => {
    expect(safeAddress(address)).toBeUndefined();
    expect(safeAddress(address, base)).toBeUndefined();
  });

  it('accepts no path if the base is not an address', () => {
    for (const from of ['javascript:/x', 'data:,x', '', '/kb']) {
      expect(safeAddress('/other', from)).toBeUndefined();
    }
  });

  it('lets no hostile address run anything, or leave this site with a false name', () => {
    for (const hostile of hostileUrls) {
      const found = safeAddress(hostile, base);
      if (found === undefined) continue;
      const { protocol, origin, username } = new URL(found);
      expect(protocol, hostile).toMatch(/^https?:$/);
      expect(username, hostile).toBe('');
      const isNamed = hostile.startsWith(`${protocol}//`);
      expect(isNamed || origin === new URL(base).origin, hostile).toBe(true);
    }
  });
});
