import { expect, test } from './support/consumer.ts';
import { copyProject, type Project } from './support/project.ts';
import { useWidget } from './support/useWidget.ts';

for (const [name, what] of [
  ['html', 'a plain page with the script tag'],
  ['vite-react', 'Vite with React 19 in strict mode and posthog-js'],
  ['esbuild-preact10', 'a host with Preact 10 and old versions of every library of ours'],
  ['next', 'Next.js 15, App Router, production build'],
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

test('components around the widget render under jsdom, in Jest and in Vitest', async ({
  prepare,
}) => {
  const project = await prepare('jsdom');
  await project.script('jest');
  await project.script('vitest');
});

/** The second test adds a client to the project of the first one. */
test.describe('a project with the server', () => {
  test.describe.configure({ mode: 'serial' });
  let project: Project;
  test.beforeAll(() => {
    project = copyProject('server');
  });
  test.afterAll(() => project.remove());

  test('the server can be installed beside the widget and responds with the embedded database', async () => {
    await project.install(process.env.TARBALL_WIDGET, process.env.TARBALL_SERVER);
    await project.script('types');
    expect(await project.script('check')).toContain('healthz answered 200');
  });

  test('a client that is generated from openapi.json compiles, and can manage an account', async () => {
    const client = copyProject('openapi-client', project);
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
  });
});
