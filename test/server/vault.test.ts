import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVault, openVault } from '../../server/base/vault.ts';

const key = (letter: string) => Buffer.from(letter.repeat(32)).toString('base64');
const one = `a:${key('1')}`;
const two = `b:${key('2')}`;

test('a sealed value opens in its place, and reveals nothing', () => {
  const vault = createVault(one);
  const sealed = vault.seal('sk_live_1 ñ', 'here');
  expect(sealed).not.toContain('sk_live');
  expect(vault.open(sealed, 'here')).toBe('sk_live_1 ñ');
  expect(vault.seal('sk_live_1 ñ', 'here')).not.toBe(sealed);
});

test('a changed, truncated or moved value does not open', () => {
  const vault = createVault(one);
  const sealed = vault.seal('secret', 'here');
  const [id, nonce, body = '', tag = ''] = sealed.split('.');
  const turned = `${body[0] === 'A' ? 'B' : 'A'}${body.slice(1)}`;
  for (const bad of [
    [id, nonce, turned, tag],
    [id, nonce, body, tag.slice(0, 6)],
    [id, nonce, body],
    [id, '', body, tag],
  ]) {
    expect(() => vault.open(bad.join('.'), 'here')).toThrow();
  }
  expect(() => vault.open(sealed, 'there')).toThrow();
});

test('keys can be rotated: the new one seals, the old one still opens', () => {
  const old = createVault(one).seal('secret', 'here');
  const vault = createVault(`${two}, ${one}`);
  expect(vault.open(old, 'here')).toBe('secret');
  expect([vault.isCurrent(old), vault.isCurrent(vault.seal('x', 'y'))]).toEqual([false, true]);
  expect(() => createVault(two).open(old, 'here')).toThrow('has no key "a" any more');
});

test.each(['', 'a:short', key('1'), `a:${key('1')},b`])('wrong keys are reported: %s', (keys) => {
  expect(() => createVault(keys)).toThrow('The variable ENCRYPTION_KEYS');
});

test('the embedded database generates its own key once, and Postgres does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'support-vault-'));
  const open = () => openVault({ configured: undefined, isEmbedded: true, folder });
  const sealed = open()?.seal('x', 'y') ?? '';
  expect(open()?.open(sealed, 'y')).toBe('x');
  expect(statSync(join(folder, 'encryption.keys')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'encryption.keys'), 'utf8')).toMatch(/^k1:/);
  expect(openVault({ configured: undefined, isEmbedded: false, folder })).toBeUndefined();
  rmSync(folder, { recursive: true });
});
