import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, packages } from '../../../build/pack.mjs';
import { startDemo } from '../../support/demoServer.ts';

/**
 * Packs both packages once for all projects, and starts one demo for all: each project is a visitor of its own.
 * `TARBALL_WIDGET` and `TARBALL_SERVER` say where they are, `DEMO_URL` where the demo is.
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
