import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const shared = join(import.meta.dirname, '../../../shared/data/hostile/strings.json');

/**
 * Texts that have broken programs. Uses the larger collection beside the repository, if it exists.
 */
export const hostileStrings: readonly string[] = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '👩🏽‍🚀🇺🇸',
  'é\u0301\u0489',
  '\u202eright to left',
  'one\r\ntwo\rthree\nfour\u2028five',
  'x\r\nBcc: all@example.com',
  '&bcc=all@example.com&body=gone',
  '?cc=all@example.com#fragment',
  '%0D%0ABcc%3A%20all@example.com',
  '100 % of 50%25',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; DROP TABLE tickets; --",
  '{{constructor.constructor("x")()}} #{7*7} {name}',
  '__proto__',
  ...(existsSync(shared) ? textsOf(JSON.parse(readFileSync(shared, 'utf8'))) : []),
];

function textsOf(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}
