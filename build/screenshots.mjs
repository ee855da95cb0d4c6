import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from './chromium.mjs';

/** Makes the pictures of the README from the demo. Needs `npm run build` before. */
const folder = mkdtempSync(join(tmpdir(), 'support-shots-'));
const demo = spawn(process.execPath, ['dist/server/demo/server/main.js'], {
  env: { ...process.env, PORT: '0', DATA_DIR: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve) => {
  let output = '';
  demo.stdout.on('data', (data) => {
    output += data;
    const ready = /Ready {2}(\S+)/.exec(output);
    if (ready) resolve(ready[1]);
  });
});
const root = process.getuid?.() === 0;
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: root ? ['--no-sandbox'] : [],
});

async function shoot(name, { width, height, dark = false, act }) {
  const page = await browser.newPage({
    viewport: { width, height },
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  await page.goto(url);
  await page.evaluate((on) => document.documentElement.classList.toggle('dark', on), dark);
  await page.locator('penguin-support [part=launcher]').click();
  await page.getByRole('dialog').waitFor();
  await act?.(page);
  await page.screenshot({ path: `docs/images/${name}.png` });
  await page.close();
}

async function write(page) {
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await panel.getByLabel('Category').selectOption('integration');
  await panel.getByLabel('Subject').fill('Replies are not syncing');
  await panel
    .getByLabel('Description')
    .fill('Since this afternoon no new replies show up on our HubSpot contacts.');
}

async function send(page) {
  await write(page);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByText('We have your request').waitFor();
}

await shoot('form', { width: 1100, height: 780, act: write });
await shoot('receipt-dark', { width: 1100, height: 780, dark: true, act: send });
await shoot('phone', { width: 390, height: 780, act: write });
await browser.close();
demo.kill('SIGTERM');
await new Promise((resolve) => demo.once('close', resolve));
rmSync(folder, { recursive: true, force: true });
