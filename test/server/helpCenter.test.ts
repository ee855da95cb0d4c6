import { expect, test } from 'vitest';
import { notePeer } from '../../server/http/network.ts';
import { closeAccount } from '../../src/contract/adminAccount.ts';
import { adminToken, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { type App, createTestApp } from './support/api.ts';
import { articleOf, importFiles, onePixel } from './support/articles.ts';
import { openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

const spf = articleOf(
  'Set up SPF & <DKIM>',
  [
    'Add a **record**. See [DKIM](dkim.md#keys) and [us](https://acme.example/).',
    '',
    '## Steps',
    '',
    '1. Open the `DNS` page.',
    '2. Paste:',
    '',
    '```txt',
    'v=spf1 </script><script>alert(1)</script>',
    '```',
    '',
    '| Host | Value |',
    '| --- | --- |',
    '| @ | a \\| b |',
    '',
    '![Screen](a.png)',
    '',
    '[bad](javascript:alert(1))',
  ].join('\n'),
  { description: 'Who may send "mail"', category: 'getting-started', related: ['dkim'] },
);

async function open(settings: { help_center: boolean } = { help_center: true }) {
  const tenant = await createTenant(database.kysely, settings);
  const app = createTestApp(database, {
    publicUrl: 'https://support.acme.example/',
    adminTokens: [adminToken],
  });
  const files = {
    'en/spf.md': spf,
    'en/dkim.md': articleOf('Sign with DKIM', '## Keys\n\nText.', { category: 'getting-started' }),
    'es/spf.md': articleOf('Configurar SPF', 'Texto.', { category: 'getting-started' }),
    'en/draft.md': articleOf('A draft', 'Text.', { published: false }),
    'en/a.png': onePixel,
  };
  await importFiles(database.kysely, tenant.id, files, { files: openTestAttachments() });
  return { app, tenant, base: `/help/${tenant.id}/` };
}

const read = async (app: App, path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers });
  return { response, text: await response.text() };
};

test('a help center is closed until the account enables it, and other addresses are not found', async () => {
  const { app, base } = await open({ help_center: false });
  for (const path of [
    base,
    `${base}spf`,
    '/help/x/',
    '/help/00000000-0000-4000-8000-000000000000/',
  ])
    expect((await read(app, path)).response.status).toBe(404);
  const closed = await open();
  const close = { params: { id: closed.tenant.id }, body: {} };
  await call(closed.app, operator, closeAccount, close);
  expect((await read(closed.app, closed.base)).response.status).toBe(404);
});

test('the first page lists the published articles by category, in the language of the reader', async () => {
  const { app, base } = await open();
  const english = await read(app, base);
  expect(english.response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(english.response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(english.text).toContain('<html lang="en" dir="ltr">');
  expect(english.text).toContain('<h2>Getting started</h2>');
  expect(english.text).toContain('Set up SPF &amp; &lt;DKIM&gt;</bdi></a>');
  expect(english.text).toContain('Sign with DKIM');
  expect(english.text).not.toContain('A draft');
  const spanish = await read(app, base, { 'Accept-Language': 'es-MX,en;q=0.5' });
  expect(spanish.text).toContain('<html lang="es" dir="ltr">');
  expect(spanish.text).toContain('Configurar SPF');
  expect(spanish.text).toContain('<h2>Primeros pasos</h2>');
  expect((await read(app, `${base}spf?lang=es`)).text).toContain(
    '<p class="quiet">Primeros pasos</p>',
  );
  expect((await read(app, `${base}?lang=es`)).text).toContain('Centro de ayuda de Acme');
});

test('an article is a page with safe links, pictures and code, and data for search engines', async () => {
  const { app, base } = await open();
  const { text } = await read(app, `${base}spf`);
  expect(text).toContain('<h1>Set up SPF &amp; &lt;DKIM&gt;</h1>');
  expect(text).toContain('<h2 id="article-steps" dir="auto">Steps</h2>');
  expect(text).toContain(`href="https://support.acme.example${base}dkim?lang=en#article-keys"`);
  expect(text).toContain('<a href="https://acme.example/">us</a>');
  expect(text).toMatch(/<img src="https:\/\/support\.acme\.example\/v1\/support\/kb\/pictures\//);
  expect(text).toContain('v=spf1 &lt;/script&gt;&lt;script&gt;');
  expect(text).not.toContain('javascript:');
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).toContain(
    `<link rel="canonical" href="https://support.acme.example${base}spf?lang=en" />`,
  );
  expect(text).toContain('hreflang="es"');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
  expect(JSON.parse(json)).toMatchObject({ headline: 'Set up SPF & <DKIM>', inLanguage: 'en' });
});

test('a page names only the languages of its article, and is in one of them', async () => {
  const { app, base } = await open();
  const { text } = await read(app, `${base}dkim?lang=es`);
  expect(text).toContain('<html lang="en" dir="ltr">');
  expect(text).toContain(
    `<link rel="canonical" href="https://support.acme.example${base}dkim?lang=en" />`,
  );
  expect(text).not.toContain('hreflang="es"');
});

test('an unknown account is not found, and caches distinguish languages', async () => {
  const { app, base } = await open();
  for (const path of ['/help/%0d%0aX:1', '/help/%00', '/help/x'])
    expect((await read(app, path)).response.status).toBe(404);
  const moved = await read(app, `${base.slice(0, -1)}?q=spf`);
  expect(moved.response.headers.get('Location')).toBe(`${base}?q=spf`);
  expect((await read(app, `${base}llms.txt`)).response.headers.get('Vary')).toContain(
    'Accept-Language',
  );
});

test('HEAD requests are not views, and one network can only read a limited number', async () => {
  const { app, base, tenant } = await open();
  await app.request(`${base}spf`, { method: 'HEAD' });
  const views = () =>
    asSuperuser(
      database.kysely,
      `select 1 from support.article_views where tenant_id = '${tenant.id}'`,
    );
  expect(await views()).toEqual([]);
  await read(app, `${base}spf`);
  expect(await views()).toHaveLength(1);
  const rateLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 2 };
  const limited = createTestApp(database, { rateLimits });
  const status = async () => {
    const request = new Request(`http://localhost${base}?q=spf`);
    notePeer(request, '8.8.4.4');
    return (await limited.fetch(request)).status;
  };
  expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
});

test('a missing article shows a page that says so, and is not indexed', async () => {
  const { app, base } = await open();
  const { response, text } = await read(app, `${base}nothing?lang=es`);
  expect(response.status).toBe(404);
  expect(text).toContain('Esta página no existe.');
  expect(text).toContain('<meta name="robots" content="noindex" />');
});

test('a search finds articles, and says if it finds none', async () => {
  const { app, base } = await open();
  const found = await read(app, `${base}?q=sign%20dkim`);
  expect(found.text).toContain('Sign with DKIM');
  expect(found.text).toContain('value="sign dkim"');
  const nothing = await read(app, `${base}?q=%3Ci%3Exyzzy`);
  expect(nothing.text).toContain('Nothing found.');
  expect(nothing.text).toContain('&lt;i&gt;xyzzy');
});

test('programs can read Markdown, the list of articles, all articles, and the sitemap', async () => {
  const { app, base } = await open();
  const markdown = await read(app, `${base}spf.md`);
  expect(markdown.response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
  expect(markdown.text).toBe(
    [
      '# Set up SPF & <DKIM>',
      '> Who may send "mail"',
      `Add a **record**. See [DKIM](<https://support.acme.example${base}dkim?lang=en#article-keys>) and [us](<https://acme.example/>).`,
      '## Steps',
      '1. Open the `DNS` page.\n2. Paste:',
      '```txt\nv=spf1 </script><script>alert(1)</script>\n```',
      '| Host | Value |\n| --- | --- |\n| @ | a \\| b |',
    ].join('\n\n') + markdown.text.slice(markdown.text.indexOf('\n\n![Screen]')),
  );
  const list = await read(app, `${base}llms.txt`);
  expect(list.text).toContain(`](https://support.acme.example${base}spf.md): Who may send "mail"`);
  const all = await read(app, `${base}llms-full.txt`);
  expect(all.text).toContain('# Sign with DKIM');
  expect(all.text).not.toContain('A draft');
  const map = await read(app, `${base}sitemap.xml`);
  expect(map.text.match(/<loc>/g)).toHaveLength(3);
  expect(map.text).toContain(`<loc>https://support.acme.example${base}spf?lang=es</loc>`);
});
