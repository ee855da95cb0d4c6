import { expect, test } from './support/consumer.ts';
import { copyProject } from './support/project.ts';
import { useWidget } from './support/useWidget.ts';

for (const [name, what] of [
  ['html', 'a plain page with the script tag'],
  ['vite-react', 'Vite with React 19 in strict mode and posthog-js'],
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

test('the server can be installed beside the widget and responds with the embedded database', async () => {
  const project = copyProject('server');
  try {
    await project.install(process.env.TARBALL_WIDGET, process.env.TARBALL_SERVER);
    await project.script('types');
    expect(await project.script('check')).toContain('healthz answered 200');
  } finally {
    project.remove();
  }
});
