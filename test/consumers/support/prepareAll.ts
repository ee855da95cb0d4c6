import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, packages } from '../../../build/pack.mjs';
import { startDemo } from '../../support/demoServer.ts';

/**
 * Packs both packages once for all projects, and starts one demo, in which each project has its own
 * visitor. Sets `TARBALL_WIDGET` and `TARBALL_SERVER` to their paths, and `DEMO_URL` to the demo's
 * address.
 */
export default async function prepareAll(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'support-tarballs-'));
  const starting = startDemo();
  process.env.TARBALL_WIDGET = await pack(packages.widget, folder);
  process.env.TARBALL_SERVER = await pack(packages.server, folder);
  const demo = await starting;
  process.env.DEMO_URL = demo.url;
  return async () => {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
