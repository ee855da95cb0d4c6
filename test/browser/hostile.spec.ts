import { expect, mails, test, widget } from '../support/demo.ts';
import { hostileStrings } from '../support/hostile.ts';

/** Line breaks are sent as `\n`, and U+FFFD replaces characters that no database can store. */
const asWritten = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[\0\p{Cs}]/gu, '\ufffd');

/**
 * Several strings per request, each on its own lines, because a form for each would take minutes.
 */
const descriptions: string[] = [];
for (let start = 0; start < hostileStrings.length; start += 8) {
  descriptions.push(hostileStrings.slice(start, start + 8).join('\n\n'));
}

test('every hostile string is returned as it was typed, and has no effect', async ({ page }) => {
  await page.goto('/strict.html');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  for (const [index, text] of descriptions.entries()) {
    const description = `${index}: ${text}.`;
    await fill(`Hostile ${index}`, description);
    const reply = page.waitForResponse(
      (one) => one.request().method() === 'POST' && one.url().endsWith('/support/tickets'),
    );
    await send.click();
    const { data } = await (await reply).json();
    expect(data.description).toBe(asWritten(description));
    await panel.getByText('We’ve got your request').waitFor();
    await page.evaluate(() => window.PenguinSupport?.('newTicket', { subject: '' }));
  }
  await page.evaluate(() => window.PenguinSupport?.('open', 'requests'));
  await expect(panel.getByRole('button', { name: /^Hostile \d+/ })).toHaveCount(
    descriptions.length,
  );
  await expect
    .poll(async () => (await mails(page)).length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(descriptions.length);
});

test('hostile names and links in the options are rendered as text', async ({ page }) => {
  const bad = '"><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  await page.addInitScript((name) => {
    Object.assign(window, {
      PenguinSupport: Object.assign(() => {}, {
        q: [
          [
            'init',
            {
              email: 'help@example.com',
              user: { name },
              tenant: { name },
              messages: { 'panel.title': name },
              links: [{ name, url: 'https://example.com/', category: 'contact', icon: name }],
            },
          ],
        ],
      }),
    });
  }, bad);
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Host</title><body><script src="/embed/support.js"></script></body></html>',
    }),
  );
  await page.goto('/host.html');
  const { launcher, panel } = widget(page);
  await launcher.click();
  await expect(panel.getByRole('heading', { name: bad })).toBeVisible();
  await expect(panel.getByRole('link', { name: bad })).toBeVisible();
  expect(await page.evaluate(() => Reflect.has(window, 'hacked'))).toBe(false);
});

test('a link that would run a script is rejected, and the error names the option', async ({
  page,
  complaints,
}) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Host</title><body><script src="/embed/support.js" data-email="help@example.com" data-links='[{"name":"x","url":"javascript:alert(1)","category":"contact","icon":"x"}]'></script></body></html>`,
    }),
  );
  await page.goto('/host.html');
  await page.locator('penguin-support [part=launcher]').hover();
  await expect.poll(() => complaints.join()).toContain('Option "links" is a list');
  complaints.length = 0;
});
