import type { Locator, Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

test.use({ allowed: /Password field is not contained in a form|willReadFrequently/ });

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not on the screen.');
  return box;
}

/** Opens the form on a page with a password and a marked paragraph in its top left corner. */
async function openForm(page: Page) {
  await page.goto('/');
  await page.evaluate(() => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'password', value: 'hunter2' });
    const marked = document.createElement('p');
    marked.dataset.supportRedact = '';
    marked.textContent = 'Known to nobody';
    document.querySelector('main')?.prepend(marked, input);
  });
  const { panel, openForm } = widget(page);
  await openForm();
  await panel.getByRole('button', { name: 'Take a screenshot' }).click();
  const parts = await page.locator('input[type=password], [data-support-redact]').all();
  return Promise.all(parts.map(boxOf));
}

/** Returns the share of black pixels of the picture in a box, given in pixels of the viewport. */
function blackness(page: Page, box: { x: number; y: number; width: number; height: number }) {
  return widget(page)
    .panel.locator('canvas')
    .evaluate((element, { x, y, width, height }) => {
      if (!(element instanceof HTMLCanvasElement)) return 0;
      const scale = element.width / innerWidth;
      const area = [x + 2, y + 2, width - 4, height - 4].map((side) => Math.round(side * scale));
      const [left = 0, top = 0, across = 1, down = 1] = area;
      const data = element.getContext('2d')?.getImageData(left, top, across, down).data ?? [];
      let black = 0;
      for (let at = 0; at < data.length; at += 4) {
        if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) < 60) black += 1;
      }
      return black / (data.length / 4);
    }, box);
}

/** Returns the red, green and blue values of the picture at a point of the viewport. */
function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  return widget(page)
    .panel.locator('canvas')
    .evaluate(
      (element, point) => {
        if (!(element instanceof HTMLCanvasElement)) return [];
        const scale = element.width / innerWidth;
        const pen = element.getContext('2d');
        return [...(pen?.getImageData(point.x * scale, point.y * scale, 1, 1).data ?? [])];
      },
      { x, y },
    );
}

async function send(page: Page): Promise<Buffer> {
  const { panel, fill, send } = widget(page);
  await panel.getByRole('button', { name: 'Use this screenshot' }).click();
  await fill('A picture', 'See the picture.');
  await send.click();
  await panel.getByRole('button', { name: 'View request' }).click();
  const href = await panel.getByRole('link', { name: /^screenshot-/ }).getAttribute('href');
  return (await page.request.get(href ?? '')).body();
}

test('private parts are black before anyone sees the picture, and the panel is not in it', async ({
  page,
}) => {
  const secrets = await openForm(page);
  const { panel } = widget(page);
  const take = panel.getByRole('button', { name: 'Take screenshot' });
  const button = await boxOf(take);
  await take.click();
  await expect(panel.locator('canvas')).toBeVisible();
  for (const box of secrets) expect(await blackness(page, box)).toBeGreaterThan(0.97);
  // In the place of the panel's accent-colored button, the picture shows the page's table.
  const [red = 0, , blue = 0] = await colourAt(page, button.x + 20, button.y + 8);
  expect(Math.abs(red - blue)).toBeLessThan(40);
});

test('boxes can be drawn and moved, also with the keyboard, and become part of the picture', async ({
  page,
}) => {
  await openForm(page);
  const { panel } = widget(page);
  await panel.getByRole('button', { name: 'Take screenshot' }).click();
  await panel.getByRole('button', { name: 'Add a box' }).click();
  const box = panel.getByRole('button', { name: 'Black box 1' });
  await box.focus();
  const side = async (name: string) => Number(await box.locator('rect').getAttribute(name));
  const before = await side('y');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => side('y')).toBeLessThan(before);
  const width = await side('width');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => side('width')).toBeGreaterThan(width);
  const area = await boxOf(panel.locator('canvas'));
  const { width: whole = 0 } = page.viewportSize() ?? {};
  // In the usual panel the picture would have 350 pixels.
  expect(area.width).toBeGreaterThan(500);
  await panel.getByRole('button', { name: 'Actual size' }).click();
  await expect.poll(async () => (await boxOf(panel.locator('canvas'))).width).toBe(whole);
  await panel.getByRole('button', { name: 'Fit to window' }).click();
  await page.mouse.move(area.x + 40, area.y + 60);
  await page.mouse.down();
  await page.mouse.move(area.x + 120, area.y + 110, { steps: 3 });
  await page.mouse.up();
  const drawn = panel.getByRole('button', { name: 'Black box 2' });
  await expect(drawn).toBeVisible();
  await drawn.focus();
  await page.keyboard.press('Delete');
  await expect(drawn).toHaveCount(0);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(drawn).toHaveCount(1);
  await panel.getByRole('button', { name: 'Arrow', exact: true }).click();
  await page.mouse.move(area.x + 200, area.y + 160);
  await page.mouse.down();
  await page.mouse.move(area.x + 260, area.y + 160, { steps: 3 });
  await page.mouse.up();
  await expect(panel.getByRole('button', { name: 'Arrow 3' })).toBeVisible();
  const picture = await send(page);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
});

test('if the screen is not shared, the page is drawn from its elements with private parts in black', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    const deny = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    Object.defineProperty(MediaDevices.prototype, 'getDisplayMedia', { value: deny });
  });
  const secrets = await openForm(page);
  const { panel } = widget(page);
  await panel.getByRole('button', { name: 'Take screenshot' }).click();
  await expect(panel.getByText('The screen wasn’t shared')).toBeVisible();
  await panel.getByRole('button', { name: 'Capture the page instead' }).click();
  await expect(panel.locator('canvas')).toBeVisible({ timeout: 20_000 });
  for (const box of secrets) expect(await blackness(page, box)).toBeGreaterThan(0.97);
  expect(await blackness(page, { x: 300, y: 500, width: 200, height: 100 })).toBeLessThan(0.5);
  expect((await send(page)).length).toBeGreaterThan(5_000);
});
