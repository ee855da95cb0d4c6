import { expect, it } from 'vitest';
import { pageUrl } from '../../../src/shell/pageUrl.ts';

const origin = 'https://app.example.com';

it.each([
  ['/campaigns/42', '/campaigns/42'],
  ['/articles/how-to-fix-an-spf-record-2026', '/articles/how-to-fix-an-spf-record-2026'],
  ['/inbox/1f0c9a52-8f8e-4c37-9a55-0a6b6fba5a21', '/inbox/1f0c9a52-8f8e-4c37-9a55-0a6b6fba5a21'],
  ['/reset/9fB2kQ8xLr0ZtY5uWc1DvN3e', '/reset/…'],
  ['/invite/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl1/done', '/invite/…/done'],
])('for the path %s the team sees %s', (pathname, seen) => {
  expect(pageUrl({ origin, protocol: 'https:', pathname })).toBe(origin + seen);
});

it.each([
  ['about:srcdoc', 'about:'],
  ['data:text/html,<p>Ada', 'data:'],
  ['file:///home/ada/page.html', 'file:/home/ada/page.html'],
])('for the document %s without an origin the team sees %s', (address, seen) => {
  expect(pageUrl(new URL(address))).toBe(seen);
  expect(URL.canParse(seen)).toBe(true);
});
