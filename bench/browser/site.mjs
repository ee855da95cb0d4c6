import { createServer, request } from 'node:http';

const button = (id, call) => `<button id="${id}" onclick="${call}">${id}</button>`;
const widget = `<script defer src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"></script>`;
const open = (screen) => `PenguinSupport('open'${screen ? `, '${screen}'` : ''})`;

/** A minimal page that shows a button and opens a field. The widget is compared with it. */
const floorScript = `
  const button = document.createElement('button');
  button.id = 'launcher';
  button.style.cssText = 'position:fixed;bottom:24px;inset-inline-end:24px';
  button.textContent = 'Support';
  button.onclick = () => {
    const dialog = document.createElement('dialog');
    const field = document.createElement('input');
    dialog.append(field);
    document.body.append(dialog);
    dialog.show();
    field.focus();
  };
  document.body.append(button);`;

/** Pages by path. Each has a paragraph that is painted first. */
const pages = {
  '/empty.html': '',
  '/floor.html': '<script defer src="/floor.js"></script>',
  '/widget.html': widget + button('form', open('ticket')) + button('search', open('search')),
  '/badges.html':
    widget +
    Array.from(
      { length: 200 },
      () => '<penguin-status-badge for="hubspot"></penguin-status-badge>',
    ).join(''),
};

const words =
  'domain record warm sending limit bounce mailbox campaign reply invoice token sync'.split(' ');
/** Number of articles on the device. The demo has fewer. */
const articleCount = 1_000;

/**
 * Serves the measured pages, and everything else from the demo. A route of Playwright would disable
 * the browser's cache. Returns its address and a function that ends it.
 */
export async function startSite(demoUrl) {
  const { hostname, port } = new URL(demoUrl);
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, demoUrl);
    const headers = { 'Cache-Control': 'no-cache', 'Content-Type': 'text/html; charset=utf-8' };
    if (pathname in pages) {
      outgoing.writeHead(200, headers);
      outgoing.end(
        `<!doctype html><html lang="en"><title>Page</title><p>Page</p>${pages[pathname]}</html>`,
      );
    } else if (pathname === '/floor.js') {
      outgoing.writeHead(200, { ...headers, 'Content-Type': 'text/javascript' });
      outgoing.end(floorScript);
    } else if (pathname.endsWith('/support/kb/index')) {
      outgoing.writeHead(200, { ...headers, 'Content-Type': 'application/json' });
      outgoing.end(articleIndex);
    } else {
      const { method, headers: given } = incoming;
      const passed = request({ hostname, port, path: incoming.url, method, headers: given });
      passed.on('response', (response) => {
        outgoing.writeHead(response.statusCode, response.headers);
        response.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      outgoing.on('close', () => passed.destroy());
      incoming.pipe(passed);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

const pick = (seed, length) =>
  Array.from({ length }, (_, at) => words[(seed * 7 + at * ((seed % 5) + 1)) % words.length]);

const articleIndex = JSON.stringify({
  success: true,
  data: {
    version: 'bench',
    locale: 'en',
    limit: articleCount,
    synonyms: [],
    articles: Array.from({ length: articleCount }, (_, seed) => ({
      slug: `article-${seed}`,
      title: `How to ${pick(seed, 4).join(' ')} ${seed}`,
      url: `https://help.example.com/article-${seed}`,
      category: 'domains',
      minutes: 2,
      description: pick(seed + 1, 8).join(' '),
      tags: pick(seed + 2, 3),
      headings: [pick(seed + 3, 4).join(' ')],
      text: Array.from({ length: 20 }, (_, at) => `${pick(seed + at, 12).join(' ')}.`).join(' '),
    })),
  },
  meta: { request_id: 'req_bench', timestamp: new Date().toISOString() },
});
