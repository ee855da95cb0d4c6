import type { Hono } from 'hono';
import type { Environment } from '../http/answer.ts';
import { createDocument } from '../openapi/document.ts';

/** The description of the API, open to everyone; made when it is first asked for. */
export function addDocument(app: Hono<Environment>, basePath: string): void {
  let text: string | undefined;
  app.get(`${basePath}openapi.json`, (c) => {
    text ??= JSON.stringify(createDocument());
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(text, 200, { 'Content-Type': 'application/json' });
  });
}
