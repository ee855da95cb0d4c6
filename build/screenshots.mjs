import { withDemo } from './demo.mjs';

/** Takes the pictures of the README from the demo. Run `npm run build` first. */
async function shoot(browser, url, name, { width, height, dark = false, act }) {
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
  // The status and the suggested articles load after the first input.
  await panel.getByRole('button', { name: 'Reconnect' }).waitFor();
  await panel.getByText('These articles may help').waitFor();
  // The form has scrolled by what appeared above the field with the focus.
  await panel.getByText('Category', { exact: true }).scrollIntoViewIfNeeded();
}

async function send(page) {
  await write(page);
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.getByText('We’ve got your request').waitFor();
}

await withDemo(async (browser, url) => {
  await shoot(browser, url, 'form', { width: 1100, height: 780, act: write });
  await shoot(browser, url, 'receipt-dark', { width: 1100, height: 780, dark: true, act: send });
  await shoot(browser, url, 'phone', { width: 390, height: 780, act: write });
});
