import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Database } from '../../../server/db/db.ts';
import type { Schema } from '../../../server/db/schema.ts';
import {
  type ImportOptions,
  type ImportResult,
  importArticles,
} from '../../../server/kb/importArticles.ts';
import { moveArticle } from '../../../src/contract/articleEditing.ts';
import { call } from './agent.ts';
import { type App, type Caller, createTestApp, get, headersOf } from './api.ts';
import { openTestAttachments } from './attachments.ts';
import { newId, type TestTenant } from './tenant.ts';

/** Returns the file of an article. */
export function articleOf(title: string, body = 'Text.', front: Record<string, unknown> = {}) {
  const lines = Object.entries({ title, ...front }).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** Imports files, by path, from a temporary folder. */
export async function importFiles(
  db: Kysely<Schema>,
  tenantId: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const folder = mkdtempSync(join(tmpdir(), 'support-articles-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await importArticles(db, { folder, tenantId, ...options });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function rate(
  app: App,
  caller: Caller,
  slug: string,
  body: unknown,
  idempotencyKey = newId(),
): Promise<Response> | Response {
  return app.request(`/v1/support/kb/articles/${slug}/feedback`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      ...headersOf(caller),
      'Content-Type': 'application/json',
      'Idempotency-Key': idempotencyKey,
    },
  });
}

/** A PNG of one pixel. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Number of rows that the tenant's visitors see of the article, by table. */
export const ofOneArticle = {
  articles: 1,
  article_locales: 1,
  article_terms: 1,
  article_views: 1,
  article_redirects: 1,
  missed_searches: 1,
};

/**
 * Adds one article with one term that was saved twice, moved, read, rated and missed, so that each
 * of its tables has a row.
 */
export async function plantArticle(
  database: Database,
  { id, publishableKey: key, secretKey }: TestTenant,
  visitor: string,
): Promise<void> {
  const app = createTestApp(database);
  const files = { 'en/spf.md': articleOf('SPF', '![](a.png)'), 'en/a.png': onePixel };
  await importFiles(database.kysely, id, { 'en/spf.md': articleOf('SPF') });
  await importFiles(database.kysely, id, files, { files: openTestAttachments() });
  for (const [from, to] of [
    ['spf', 'moved'],
    ['moved', 'spf'],
  ] as const) {
    const input = { params: { slug: from }, body: { slug: to } };
    await call(app, { key: secretKey }, moveArticle, input);
  }
  await get(app, { key }, 'support/kb/search?q=nothing');
  await get(app, { key }, 'support/kb/articles/spf');
  await rate(app, { key, visitor }, 'spf', { helpful: true });
}
