import { once } from 'node:events';
import { brotliCompressSync, constants } from 'node:zlib';
import { test as base, expect } from '../../support/demo.ts';
import { copyProject, type Project } from './project.ts';
import { servePages } from './serve.ts';

/**
 * Output lines of a tool that report a problem. Warnings of other packages about themselves are
 * ignored.
 */
const warning = /ERESOLVE|peer dep|support-(widget|server).*warn|warn.*support-(widget|server)/i;

/** Like a server that compresses each response. The best quality takes seconds for each megabyte. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Address of the demo that all projects share. */
const demo = process.env.DEMO_URL ?? '';

interface Fixtures {
  /** Copies a project, installs the packed widget, checks its types and builds it. */
  prepare(name: string, options?: { isBuilt?: boolean }): Promise<Project>;
  /**
   * Serves a prepared project with the demo's backend at `/v1/`. Returns the address of the page.
   */
  show(project: Project, command?: 'start' | 'dev'): Promise<string>;
}

export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(demo),
  prepare: async ({}, use) => {
    const made: Project[] = [];
    await use(async (name, { isBuilt = true } = {}) => {
      const project = copyProject(name);
      made.push(project);
      const printed = [
        await project.install(process.env.TARBALL_WIDGET),
        await project.script('types'),
        isBuilt ? await project.script('build') : '',
      ].join('\n');
      expect(printed.split('\n').filter((line) => warning.test(line))).toEqual([]);
      return project;
    });
    for (const project of made) project.remove();
  },
  show: async ({ page }, use, { annotations }) => {
    const ends: (() => unknown)[] = [];
    let bytes = 0;
    page.on('response', async (response) => {
      if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      bytes += brotliCompressSync(body, quality).length;
    });
    await use(async (project, command = 'start') => {
      const own = await servePages(demo, { folder: `${project.folder}/dist` });
      ends.push(own.close);
      if (!project.manifest.consumer?.[command]) return own.url;
      const port = Number(new URL(own.url).port) + 1;
      const server = project.start(port, command);
      if (server) ends.push(() => server.kill('SIGTERM') && once(server, 'exit'));
      const origin = `http://127.0.0.1:${port}/`;
      await expect
        .poll(
          () =>
            fetch(origin).then(
              ({ ok }) => ok,
              () => false,
            ),
          { timeout: 120_000 }, // a development server compiles first
        )
        .toBe(true);
      const proxied = await servePages(demo, { origin });
      ends.push(proxied.close);
      return proxied.url;
    });
    annotations.push({ type: 'script bytes, brotli', description: String(bytes) });
    for (const end of ends) await end();
  },
});

export { expect };
