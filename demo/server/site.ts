import { fileURLToPath } from 'node:url';
import type { Mailbox } from './mailbox.ts';
import { mailboxPage, mailboxPolicy } from './mailboxPage.ts';
import { serveFile } from './staticFiles.ts';

/** The folder with the built widget and pages; this file is compiled to dist/server/demo/server. */
const dist = fileURLToPath(new URL('../../../', import.meta.url));

type Handler = (request: Request) => Response | Promise<Response>;

/** Everything of the demo on one origin: the API, the widget's files, the mailbox and the pages. */
export function createSite(api: Handler, mailbox: Mailbox): Handler {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (/^\/(v1\/|healthz$|readyz$)/.test(pathname)) return api(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return new Response('Use GET.', { status: 405, headers: { Allow: 'GET, HEAD' } });
    }
    if (!isDecodable(pathname)) return new Response('Not a path.', { status: 400 });
    if (pathname === '/mailbox.json') return json({ mails: mailbox.mails() });
    if (pathname === '/mailbox') return page();
    const file = pathname.startsWith('/embed/')
      ? await serveFile(request, `${dist}embed`, pathname.slice('/embed'.length))
      : await serveFile(request, `${dist}demo`, pathname);
    return file ?? new Response('There is no such page.', { status: 404 });
  };
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
}

function json(data: unknown): Response {
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return Response.json(data, { headers });
}

function page(): Response {
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': mailboxPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
  return new Response(mailboxPage, { headers });
}
