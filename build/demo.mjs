import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { launchOptions } from './chromium.mjs';

/** Runs `use` with the built demo on a free port with its own data, and a browser. */
export async function withDemo(use) {
  const folder = mkdtempSync(join(tmpdir(), 'support-demo-'));
  const demo = spawn(process.execPath, ['server/dist/demo/server/main.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    let output = '';
    demo.stdout.on('data', (data) => {
      output += data;
      const ready = /Ready {2}(\S+)/.exec(output);
      if (ready) resolve(ready[1]);
    });
    demo.once('close', () => reject(new Error('The demo ended. Run npm run build first.')));
  });
  const browser = await chromium.launch(launchOptions());
  try {
    await use(browser, url);
  } finally {
    await browser.close();
    const closed = new Promise((resolve) => demo.once('close', resolve));
    demo.kill('SIGTERM');
    await closed;
    rmSync(folder, { recursive: true, force: true });
  }
}
