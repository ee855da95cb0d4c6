import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, outage, test, widget } from '../support/demo.ts';

test.use({ allowed: outage });

const uploadWait = { timeout: 30_000 };
const chooser = (page: Page) => page.locator('penguin-support input[type=file]');

async function openForm(page: Page) {
  const { panel, openForm } = widget(page);
  await page.goto('/');
  await openForm();
  await panel.getByRole('button', { name: 'Add files' }).waitFor();
  return panel.getByRole('list', { name: 'Attachments' });
}

const box = (...brands: string[]) =>
  Buffer.from(
    `\0\0\0${String.fromCharCode(8 + 4 * brands.length)}ftyp${brands.join('')}`,
    'latin1',
  );

/** Typical files of visitors. The type is that which some systems report. */
const given: readonly { name: string; mimeType: string; buffer: Buffer; saved?: string }[] = [
  { name: 'IMG_0001.HEIC', mimeType: '', buffer: box('heic', '\0\0\0\0', 'mif1') },
  { name: 'clip.MOV', mimeType: 'application/octet-stream', buffer: box('qt  ', '\0\0\0\0') },
  {
    name: 'Kunden – März.csv',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from('Name;Stra\xdfe\r\nJ\xfcrgen;x', 'latin1'),
  },
  { name: 'leads.csv', mimeType: '', buffer: Buffer.from('\ufeffName;Straße', 'utf16le') },
  {
    name: 'app.log.1',
    mimeType: 'application/x-msdownload',
    buffer: Buffer.from(
      `${'\0'.repeat(40)}\u001b[31mfailed\u001b[0m at step 7 \u0007`.padEnd(200, '.'),
    ),
  },
  { name: 'README', mimeType: '', buffer: Buffer.from('No extension') },
  {
    name: `${'långt '.repeat(60)}namn.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from('long'),
    saved: `${'långt '.repeat(60)}`.normalize('NFC').slice(0, 251).concat('.txt'),
  },
  {
    name: 'a\u202e"b"\u200b.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('signs that do not show'),
    saved: 'ab.txt',
  },
];

for (const part of [given.slice(0, 4), given.slice(4)]) {
  const names = part.map(({ name }) => name.slice(0, 30)).join(', ');
  test(`${names} are received with their names`, async ({ page }) => {
    const files = await openForm(page);
    const { panel, fill, send } = widget(page);
    await fill('Files of all kinds', 'See the files.');
    await chooser(page).setInputFiles(part.map(({ saved: _, ...file }) => file));
    await expect(files.getByText('added')).toHaveCount(part.length);
    for (const { name, saved = name } of part) {
      await expect(files.getByText(saved, { exact: true })).toBeVisible();
    }
    await send.click();
    await expect(panel.getByText('We’ve got your request')).toBeVisible(uploadWait);
    await panel.getByRole('button', { name: 'View request' }).click();
    for (const { name, buffer, saved = name } of part) {
      const link = panel.getByRole('link', { name: saved, exact: true });
      await expect(link).toBeVisible();
      const [place, whole] = [await link.boundingBox(), await panel.boundingBox()];
      expect((place?.x ?? 0) + (place?.width ?? 0), name).toBeLessThanOrEqual(
        (whole?.x ?? 0) + (whole?.width ?? 0),
      );
      const response = await page.request.get((await link.getAttribute('href')) ?? '');
      expect(await response.body()).toEqual(buffer);
      const disposition = response.headers()['content-disposition'] ?? '';
      expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w.%-]+$/);
      expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(saved);
      expect(response.headers()['x-content-type-options']).toBe('nosniff');
    }
  });
}

test('a file that changes or disappears after it was chosen is sent with its original content', async ({
  page,
}, { outputDir }) => {
  mkdirSync(outputDir, { recursive: true });
  const path = join(outputDir, 'notes.txt');
  writeFileSync(path, 'As it was chosen.');
  await page.route('**/support/attachments', (route) => route.abort());
  const files = await openForm(page);
  const { panel, fill, send } = widget(page);
  await fill('Changed file', 'It was saved again meanwhile.');
  await chooser(page).setInputFiles(path);
  await expect(files.getByRole('alert')).toBeVisible();
  writeFileSync(path, 'Something else, and longer than before.');
  rmSync(path);
  await page.unroute('**/support/attachments');
  await files.getByRole('button', { name: 'Try again' }).click();
  await expect(files.getByText('added')).toBeVisible();
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible(uploadWait);
  await panel.getByRole('button', { name: 'View request' }).click();
  const url = await panel.getByRole('link', { name: 'notes.txt' }).getAttribute('href');
  expect(await (await page.request.get(url ?? '')).text()).toBe('As it was chosen.');
});

/** Drops files of the operating system on an element, like a person with the pointer. */
async function dropPaths(page: Page, target: ReturnType<Page['getByLabel']>, paths: string[]) {
  const place = await target.boundingBox();
  if (!place) throw new Error('The target is not on the page.');
  const session = await page.context().newCDPSession(page);
  const at = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
}

test('a dropped folder shows what to do, and the file beside it is sent', async ({ page }, {
  outputDir,
}) => {
  const folder = join(outputDir, 'project');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'inside.txt'), 'in the folder');
  const path = join(outputDir, 'beside.txt');
  writeFileSync(path, 'beside the folder');
  const files = await openForm(page);
  await dropPaths(page, widget(page).panel.getByLabel('Description'), [folder, path]);
  await expect(files.getByText('added')).toBeVisible();
  await expect(files.getByText('beside.txt')).toBeVisible();
  await expect(files.getByText('a ZIP file of the folder')).toBeVisible();
});

test('dropped text is inserted as text, not as a file', async ({ page }) => {
  const files = await openForm(page);
  const field = widget(page).panel.getByLabel('Description');
  const isTaken = await field.evaluate((element) => {
    const data = new DataTransfer();
    data.setData('text/uri-list', 'https://example.com/');
    const event = new DragEvent('drop', {
      bubbles: true,
      composed: true,
      cancelable: true,
      dataTransfer: data,
    });
    return !element.dispatchEvent(event);
  });
  expect(isTaken).toBe(false);
  await expect(files).toHaveCount(0);
});

test('the first files are accepted, and one line names the rest', async ({ page }) => {
  const files = await openForm(page);
  const many = Array.from({ length: 60 }, (_, index) => ({
    name: `${index}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`file ${index}`),
  }));
  await chooser(page).setInputFiles(many);
  await expect(files.getByText('added')).toHaveCount(5);
  await expect(files.getByRole('alert')).toHaveCount(1);
  await expect(files.getByText('5.txt +54')).toBeVisible();
});
