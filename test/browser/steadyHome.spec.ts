import { createDeferred } from '../support/deferred.ts';
import { expect, test, widget } from '../support/demo.ts';
import { followRows } from '../support/followRows.ts';

/** The answers that the first screen asks for, and the part that each of them shows. */
const answers = {
  'support/config': 'Help center',
  'support/kb/articles/create-a-campaign': 'Suggested for this page',
  'support/tickets': 'Your requests',
  integrations: /integrations (are )?working/i,
};

test('an answer that arrives late moves no row of the first screen', async ({ page }) => {
  await page.goto('/');
  const { launcher, panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Rows that stay', 'A list that is shown must not move.');
  await send.click();
  await panel.getByText('We’ve got your request').waitFor();
  for (const [path, part] of Object.entries(answers)) {
    const isOf = ({ pathname }: URL) => pathname === `/v1/${path}`;
    await test.step(path, async () => {
      const asked = createDeferred<void>();
      const released = createDeferred<void>();
      await page.route(isOf, async (route) => {
        asked.resolve();
        await released.promise;
        await route.continue();
      });
      await page.reload();
      const { moved } = await followRows(page);
      await launcher.click();
      await panel.getByText(path === 'support/config' ? 'Your requests' : 'Help center').waitFor();
      await asked.promise;
      released.resolve();
      await panel.getByText(part).first().waitFor();
      expect(await moved()).toEqual([]);
      await page.unroute(isOf);
    });
  }
});
