import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

/** The packages of this repository, by their folder. */
export const packages = { widget: '.', server: 'server' };

/**
 * Packs one package like `npm publish`. Returns the absolute path of its tarball.
 *
 * @throws Error with npm's output if packing fails
 */
export async function pack(folder, destination) {
  mkdirSync(destination, { recursive: true });
  const before = new Set(readdirSync(destination));
  const target = ['--pack-destination', resolve(destination), '--ignore-scripts'];
  const { code, output } = await run('npm', ['pack', `./${folder}`, ...target, '--loglevel=error']);
  const made = readdirSync(destination).find((name) => !before.has(name));
  if (code !== 0 || !made) throw new Error(`npm pack ${folder}\n${output}`);
  return join(resolve(destination), made);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [destination = 'packed'] = process.argv.slice(2);
  for (const folder of Object.values(packages)) {
    process.stdout.write(`${await pack(folder, destination)}\n`);
  }
}
