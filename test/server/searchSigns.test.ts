import { beforeAll, expect, test } from 'vitest';
import { createTestApp, get } from './support/api.ts';
import { importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await createTenant(database.kysely);
  await importFiles(database.kysely, tenant.id, {
    'sdk.md': '# Use the C++ SDK\n\nHow to send with C++ and C#. Works with Node.js. OAuth 2.0.',
    'env.md': '# Settings of the server\n\nPut them into the file .env of version 5.7.26.',
    'version.md': '# Upgrade\n\nFrom v4.1.0 on, HTTP/2 and TLS1.3 are used. ﾃｽﾄ',
    'street.md': '# Straße und Maße\n\nDie Straße der Firma.',
    'work.md': '# Œuvres\n\nLes œuvres de la maison, le cœur.',
    'istanbul.md': '# İstanbul\n\nKapı ve ışık.',
    'languages.md': '# F# scripts and C++20 modules\n\nOn .NET 8 and Java 17.',
    'questions.md': '# Q&A for beginners\n\nAlso about R&D and AT&T. Sign with S/MIME.',
    'code.md': '# When a start fails\n\nThe code is 0x80070005.',
    'other.md': '# Something else\n\nNothing of it is here.',
  });
});

test.each([
  ['C++', 'sdk'],
  ['c#', 'sdk'],
  ['nodejs', 'sdk'],
  ['node.js', 'sdk'],
  ['oauth2', 'sdk'],
  ['OAuth 2.0', 'sdk'],
  ['.env', 'env'],
  ['5.7.26', 'env'],
  ['4.1.0', 'version'],
  ['v4.1.0', 'version'],
  ['http2', 'version'],
  ['TLS 1.3', 'version'],
  ['テスト', 'version'],
  ['strasse', 'street'],
  ['Straße', 'street'],
  ['oeuvres', 'work'],
  ['coeur', 'work'],
  ['istanbul', 'istanbul'],
  ['ISTANBUL', 'istanbul'],
  ['kapi', 'istanbul'],
  ['isik', 'istanbul'],
  ['F#', 'languages'],
  ['C++20', 'languages'],
  ['.net8', 'languages'],
  ['Java17', 'languages'],
  ['Q&A', 'questions'],
  ['at&t', 'questions'],
  ['smime', 'questions'],
  ['0x80070005', 'code'],
])('a search for %s finds its article', async (query, slug) => {
  const path = `support/kb/search?q=${encodeURIComponent(query)}`;
  const response = await get(createTestApp(database), { key: tenant.publishableKey }, path);
  const { results } = (await response.json()).data;
  expect(results[0]?.slug).toBe(slug);
});
