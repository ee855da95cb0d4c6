import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, packages } from '../../../build/pack.mjs';

/** Packs both packages once for all projects; `TARBALL_WIDGET` and `TARBALL_SERVER` say where they are. */
export default async function packAll(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'support-tarballs-'));
  process.env.TARBALL_WIDGET = await pack(packages.widget, folder);
  process.env.TARBALL_SERVER = await pack(packages.server, folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
