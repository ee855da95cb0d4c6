import { expect, test, widget } from '../support/demo.ts';

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const pictures = ['first.png', 'second.png'].map((name) => ({
  name,
  mimeType: 'image/png',
  buffer: pixel,
}));

test('pictures of a conversation open in the whole window, by keyboard, and give the focus back', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Two pictures', 'Look at these.');
  await panel.getByRole('button', { name: 'Add files' }).waitFor();
  await page.locator('penguin-support input[type=file]').setInputFiles(pictures);
  await expect(panel.getByText('added')).toHaveCount(2);
  await send.click();
  await panel.getByRole('button', { name: 'View request' }).click();

  const link = panel.getByRole('link', { name: 'first.png' });
  await link.press('Enter');
  const first = page.getByRole('dialog', { name: 'first.png' });
  await expect(first.getByText('1 of 2')).toBeVisible();
  await expect(first.getByRole('img', { name: 'first.png' })).toBeVisible();
  await first.getByRole('button', { name: 'Actual size' }).click();
  await first.getByRole('button', { name: 'Fit to window' }).click();
  await page.keyboard.press('ArrowRight');
  const second = page.getByRole('dialog', { name: 'second.png' });
  await expect(second.getByText('2 of 2')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(first).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(first).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(panel).toBeVisible();
});
