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

// A terminal sends Ctrl-C to the whole process group, and npm may forward it. So the server has its
// own group and receives each press once. A second press ends it immediately.
const ownGroup = process.platform !== 'win32';
const server = spawn(
  process.execPath,
  ['--import', './build/endWithParent.mjs', 'server/dist/demo/server/main.js', '--conversations'],
  { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: ownGroup },
);
let last = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (ownGroup && Date.now() - last > 500) server.kill('SIGTERM');
    last = Date.now();
  });
}
// npm sends signals to its shell, which ends without ending this process.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  server.kill('SIGTERM');
}, 500);
if (!process.env.npm_lifecycle_event) clearInterval(watch);
server.on('close', (code) => process.exit(code ?? 1));
