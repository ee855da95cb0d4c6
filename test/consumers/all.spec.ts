import { expect, test } from './support/consumer.ts';
import { copyProject } from './support/project.ts';
import { useWidget } from './support/useWidget.ts';

for (const [name, what] of [
  ['esbuild-preact10', 'a host with Preact 10 and old versions of every library of ours'],
  ['react18', 'Vite with React 18 in strict mode'],
  ['vue', 'Vite with Vue 3, which binds properties of the elements'],
  ['vue-components', 'Vite with Vue 3 and the components for it'],
  ['svelte', 'Vite with Svelte 5, which binds properties of the elements'],
  ['solid', 'Vite with Solid, which binds properties of the elements'],
  ['angular', 'Angular 20 without zones, which binds properties of the elements'],
  ['webpack', 'webpack 5'],
  ['rollup', 'Rollup'],
  ['parcel', 'Parcel'],
] as const) {
  test(`${what} can install and build the widget, and it works`, async ({
    page,
    prepare,
    show,
  }) => {
    const project = await prepare(name);
    await page.goto(await show(project));
    await useWidget(page);
  });
}

test('Astro with view transitions keeps one working widget on the next page', async ({
  page,
  prepare,
  show,
}) => {
  const project = await prepare('astro');
  await page.goto(await show(project));
  await expect(page.locator('penguin-support')).toHaveCount(1);
  await page.getByRole('link', { name: 'Other page' }).click();
  await expect(page.getByRole('heading', { name: 'Other page' })).toBeVisible();
  await expect(page.locator('penguin-support')).toHaveCount(1);
  await useWidget(page);
});

test('Next.js 15 in development shows a working widget without a hydration error', async ({
  page,
  prepare,
  show,
}) => {
  const project = await prepare('next', { isBuilt: false });
  await page.goto(await show(project, 'dev'));
  await useWidget(page);
});

test('the types compile under bundler, node16 and nodenext without skipLibCheck', async ({
  prepare,
}) => {
  await prepare('types');
});

test('a client that is generated from openapi.json compiles, and can manage an account', async () => {
  const project = copyProject('server');
  const client = copyProject('openapi-client', project);
  try {
    await client.install(process.env.TARBALL_WIDGET, process.env.TARBALL_SERVER);
    await client.script('generate');
    await client.script('types');
    const actions = ['DELETE admin/accounts/{id}', 'POST admin/accounts/{id}/close'];
    expect(await client.script('check')).toContain(
      JSON.stringify({
        name: 'Generated',
        isClosed: true,
        code: 'ACCOUNT_CLOSED',
        actions: [...actions, 'POST admin/accounts'],
      }),
    );
  } finally {
    project.remove();
  }
});
