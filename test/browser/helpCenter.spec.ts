import violations from '../support/axe.ts';
import { expect, test } from '../support/demo.ts';

/** The account of the demo. */
const home = '/help/00000000-0000-4000-8000-00000000de30/';

test('a reader finds an article in the help center, reads it, and follows a related one', async ({
  page,
}) => {
  await page.goto(home);
  await page.getByRole('searchbox', { name: 'Search' }).fill('spf record');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Set up SPF for a sending domain' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Set up SPF for a sending domain' }),
  ).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Related articles' })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/Set up SPF/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages of the help center have no violations of WCAG in ${colorScheme}, and fit a phone`, async ({
    browser,
    demo,
  }) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } });
    for (const path of [home, `${home}set-up-spf`, `${home}?q=bounce`, `${home}nothing`]) {
      await page.goto(new URL(path, demo.url).href);
      expect(await violations(page, ['body']), path).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, path).toBe(0);
    }
    await page.close();
  });
}
