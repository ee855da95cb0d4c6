import { expect, heard, openPage, test, watchBatches, widget } from '../support/analyticsPage.ts';

test.use({
  allowed:
    /Failed to load resource|\[PostHog\.js\]|PostHog does not accept events|PostHog cannot be read/,
  permissions: ['local-network-access'],
});

const own = (host: string) => ({ posthog: { apiKey: 'phc_support', host } });

for (const [what, breakIt] of Object.entries({
  'that is blocked': ['**/e/**', 'abort'],
  'whose code is blocked': ['**/embed/posthog-*.js', 'abort'],
  'that answers 500': ['', 'break'],
  'that never answers': ['**/e/**', 'hang'],
} as const)) {
  test(`a PostHog ${what} changes nothing for the visitor, and the backend receives every event`, async ({
    page,
    posthog,
  }) => {
    const batches = watchBatches(page);
    const [pattern, how] = breakIt;
    if (how === 'break') posthog.state.isBroken = true;
    else await page.route(pattern, (route) => (how === 'abort' ? route.abort() : undefined));
    await openPage(page, { options: own(posthog.host) });
    const { panel, openForm, fill, send } = widget(page);
    await openForm();
    await fill('PostHog is away', 'We do not mind.');
    await send.click();
    await expect(panel.getByText('We’ve got your request')).toBeVisible();
    const count = async () => (await heard(page)).length;
    await expect
      .poll(async () => batches.flatMap(({ events }) => events).length - (await count()), {
        timeout: 20_000,
      })
      .toBe(0);
  });
}

test('a PostHog that throws on every access changes nothing for the visitor', async ({ page }) => {
  const batches = watchBatches(page);
  await openPage(page, {
    head: `<script>window.posthog = new Proxy({}, { get() { throw new Error('no') }, has() { throw new Error('no') } });</script>`,
    options: { flags: { helpCenter: 'menu' } },
  });
  await widget(page).launcher.click();
  await expect(widget(page).panel).toBeVisible();
  await expect
    .poll(() => batches.flatMap(({ events }) => events.map(({ name }) => name)), {
      timeout: 15_000,
    })
    .toEqual(expect.arrayContaining(['support_button_click', 'support_panel_open']));
});
