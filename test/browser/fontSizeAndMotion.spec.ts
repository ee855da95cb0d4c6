import { expect, test, widget } from '../support/demo.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('the panel follows the font size of the browser, and fades out when it closes', async ({
  page,
  context,
}) => {
  const { launcher, panel } = widget(page);
  const browser = await context.newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 24 } });
  await page.goto('/');
  await launcher.click();
  await expect(panel).toBeVisible();
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(384 * 1.5);

  // A sheet fills the window, whatever the font size.
  await page.setViewportSize({ width: 375, height: 700 });
  await expect.poll(async () => (await panel.boundingBox())?.width).toBe(375);
  await page.setViewportSize({ width: 1000, height: 700 });

  await expect.poll(() => panel.evaluate((one) => one.getAnimations().length)).toBe(0);
  const whileClosing = await launcher.evaluate(async (button) => {
    if (button instanceof HTMLElement) button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const root = button.getRootNode();
    const dialog = root instanceof ShadowRoot ? root.querySelector('dialog') : null;
    return { isOpen: dialog?.open, display: dialog && getComputedStyle(dialog).display };
  });
  expect(whileClosing).toEqual({ isOpen: false, display: 'flex' });
  await expect(panel).toBeHidden();
});
