import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
process.stdout.write('Building…\n');
try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const server = spawn(process.execPath, ['dist/server/demo/server/main.js'], { stdio: 'inherit' });
// The terminal sends Ctrl-C to the whole group: the server ends itself, and we wait for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.on('close', (code) => process.exit(code ?? 0));
