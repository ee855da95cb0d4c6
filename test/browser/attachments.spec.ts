import type { Page } from '@playwright/test';
import { expect, outage, test, widget } from '../support/demo.ts';

test.use({ allowed: outage });

const uploadWait = { timeout: 30_000 };
const csv = {
  name: 'list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('name,opened\nAda,yes\n'),
};
/** A minimal JPEG: a comment, an empty scan and the end. */
const photo = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 13]),
    Buffer.from('at 52.52 N!'),
    Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
  ]),
};

const chooser = (page: Page) => page.locator('penguin-support input[type=file]');

async function openForm(page: Page) {
  const { panel, openForm } = widget(page);
  await openForm();
  await panel.getByRole('button', { name: 'Add files' }).waitFor();
  return panel.getByRole('list', { name: 'Attachments' });
}

async function viewRequest(page: Page) {
  const { panel } = widget(page);
  await expect(panel.getByText('We’ve got your request')).toBeVisible(uploadWait);
  await panel.getByRole('button', { name: 'View request' }).click();
}

test('files are sent with a request without camera metadata, and can be downloaded', async ({
  page,
}) => {
  await page.goto('/');
  const files = await openForm(page);
  const { panel, fill, send } = widget(page);
  await fill('Two files', 'See the files.');
  await chooser(page).setInputFiles([csv, photo]);
  await expect(files.getByText('added')).toHaveCount(2);
  await send.click();
  await viewRequest(page);
  const link = panel.getByRole('link', { name: 'photo.jpg' });
  const response = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(response.headers()).toMatchObject({
    'content-disposition': expect.stringContaining('attachment'),
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await response.body()).toString('latin1')).not.toContain('52.52');
  const list = await panel.getByRole('link', { name: 'list.csv' }).getAttribute('href');
  expect(await (await page.request.get(list ?? '')).body()).toEqual(csv.buffer);
});

test('a file that cannot be attached shows the reason, and the others are sent', async ({
  page,
}) => {
  await page.goto('/');
  const files = await openForm(page);
  const { panel, fill, send } = widget(page);
  await fill('One of three', 'Only the list counts.');
  await chooser(page).setInputFiles([
    csv,
    { name: 'setup.exe', mimeType: 'text/plain', buffer: Buffer.from('MZ and more') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await expect(files.getByText('You can’t attach this type of file.')).toBeVisible();
  await expect(files.getByText('This file is empty.')).toBeVisible();
  await send.click();
  await viewRequest(page);
  await expect(panel.getByRole('link', { name: 'list.csv' })).toBeVisible();
  await expect(panel.getByRole('link')).toHaveCount(1);
});

test('an upload that a reload interrupted continues for its draft', async ({ page }) => {
  await page.route('**/support/attachments', () => {}); // the request hangs
  await page.goto('/');
  const files = await openForm(page);
  const { panel, fill, send } = widget(page);
  await fill('Cut off', 'The upload did not end.');
  await chooser(page).setInputFiles(csv);
  await expect(files.getByRole('progressbar', { name: 'list.csv' })).toBeVisible();
  await page.unroute('**/support/attachments');
  await page.reload();
  const again = await openForm(page);
  await expect(again.getByText('list.csv')).toBeVisible();
  await send.click();
  await viewRequest(page);
  await expect(panel.getByRole('link', { name: 'list.csv' })).toBeVisible();
});

test('an upload can be cancelled, and a failed one can be retried', async ({ page }) => {
  let isDown = true;
  await page.route('**/support/attachments', (route) =>
    isDown ? route.fulfill({ status: 403, json: errorReply }) : route.continue(),
  );
  await page.goto('/');
  const files = await openForm(page);
  await chooser(page).setInputFiles(csv);
  await expect(files.getByRole('alert')).toBeVisible();
  isDown = false;
  await files.getByRole('button', { name: 'Try again' }).click();
  await expect(files.getByText('added')).toBeVisible();
  await files.getByRole('button', { name: 'Remove list.csv' }).click();
  await expect(files).toHaveCount(0);
});

const errorReply = {
  success: false,
  error: { code: 'FORBIDDEN', message: 'No.', details: [], request_id: 'req_1' },
};

test('a request with a file that was written offline arrives completely', async ({
  page,
  context,
}) => {
  await page.goto('/');
  const files = await openForm(page);
  const { panel, fill, send } = widget(page);
  await fill('Offline with a file', 'Written on a train.');
  await chooser(page).setInputFiles(csv);
  await expect(files.getByText('added')).toBeVisible();
  await context.setOffline(true);
  await chooser(page).setInputFiles({ ...csv, name: 'second.csv' });
  await expect(files.getByText('second.csv')).toBeVisible();
  await send.click();
  await expect(panel.getByText('Saved. We’ll send it once we can')).toBeVisible(uploadWait);
  await context.setOffline(false);
  await viewRequest(page);
  await expect(panel.getByRole('link', { name: 'list.csv' })).toBeVisible();
  await expect(panel.getByRole('link', { name: 'second.csv' })).toBeVisible();
});

for (const way of ['drop', 'paste'] as const) {
  test(`files can be added by ${way} in the form and in a reply`, async ({ page }) => {
    await page.goto('/');
    const files = await openForm(page);
    const { panel, fill, send } = widget(page);
    await fill(`By ${way}`, 'It came along.');
    await give(panel.getByLabel('Description'), way, 'first.txt');
    await expect(files.getByText('first.txt')).toBeVisible();
    await send.click();
    await viewRequest(page);
    await give(panel.getByLabel('Your reply'), way, 'second.txt');
    await expect(panel.getByRole('list', { name: 'Attachments' })).toContainText('second.txt');
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(panel.getByRole('link', { name: 'second.txt' })).toBeVisible(uploadWait);
  });
}

function give(
  field: ReturnType<Page['getByLabel']>,
  way: 'drop' | 'paste',
  name: string,
): Promise<void> {
  return field.evaluate(
    (element, given) => {
      const data = new DataTransfer();
      data.items.add(new File(['dropped'], given.name, { type: 'text/plain' }));
      const init = { bubbles: true, composed: true, cancelable: true };
      element.dispatchEvent(
        given.way === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data }),
      );
    },
    { way, name },
  );
}
