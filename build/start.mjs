import { spawn } from 'node:child_process';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { buildIfChanged } = await import('./build.mjs');
try {
  await buildIfChanged();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// A terminal sends Ctrl-C to the whole group, and npm may send it on once more: the server has a group
// of its own and receives one press once. A second press, later, ends it at once.
const ownGroup = process.platform !== 'win32';
const server = spawn(
  process.execPath,
  ['--import', './build/endWithParent.mjs', 'server/dist/demo/server/main.js'],
  { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: ownGroup },
);
let last = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (ownGroup && Date.now() - last > 500) server.kill('SIGTERM');
    last = Date.now();
  });
}
// npm gives a signal meant for it to its shell, which ends and leaves this process behind.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  server.kill('SIGTERM');
}, 500);
if (!process.env.npm_lifecycle_event) clearInterval(watch);
server.on('close', (code) => process.exit(code ?? 1));
