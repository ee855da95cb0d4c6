import {
  expect,
  heard,
  hostPostHog,
  openPage,
  tenant,
  test,
  user,
  watchBatches,
  widget,
} from '../support/analyticsPage.ts';

test.use({ permissions: ['local-network-access'] });

const own = (host: string) => ({ posthog: { apiKey: 'phc_support', host } });

test('PostHog and the backend receive every event of a visit once, and nothing else', async ({
  page,
  posthog,
}) => {
  const batches = watchBatches(page);
  await openPage(page, { options: own(posthog.host), query: '?token=query-secret' });
  const globals = await page.evaluate(() => Object.keys(window));
  const { panel, openForm, fill, send } = widget(page);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.keyboard.press('Escape');
  await openForm();
  await fill('A visit', 'All of it.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await page.evaluate(() => window.PenguinSupport?.('close'));

  const expected = await heard(page);
  expect(expected.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'support_menu_open',
      'support_button_click',
      'support_panel_close',
      'support_ticket_created',
    ]),
  );
  const ours = () => posthog.events.filter(({ event }) => event.startsWith('support_'));
  await expect.poll(() => ours().length).toBe(expected.length);
  await expect.poll(() => batches.flatMap(({ events }) => events).length).toBe(expected.length);
  const stored = batches.flatMap(({ events, distinct_id }) =>
    events.map((one) => ({ ...one, distinct_id })),
  );

  for (const [index, { name, properties }] of expected.entries()) {
    const { ticket_id, timestamp, ...rest } = properties;
    const captured = ours().filter(({ uuid }) => uuid === stored[index]?.id);
    expect(stored[index]).toMatchObject({ name, timestamp, properties: rest });
    expect(stored[index]?.properties).toEqual(rest);
    expect(captured).toHaveLength(1);
    expect(captured[0]).toMatchObject({ event: name, timestamp });
    expect(captured[0]?.properties).toMatchObject({
      ...rest,
      distinct_id: user.id,
      token: 'phc_support',
      $groups: { organization: tenant.id },
      $current_url: page.url().split('?')[0],
    });
    expect(stored[index]?.distinct_id).toBe(user.id);
    if (name === 'support_ticket_created') expect(stored[index]?.id).toBe(ticket_id);
  }
  const others = posthog.events.filter(({ event }) => !event.startsWith('support_'));
  expect(others.map(({ event }) => event).sort()).toEqual(['$groupidentify', '$identify']);
  expect(new Set(posthog.asked.map(({ path }) => path))).toEqual(new Set(['/e/']));
  expect(posthog.asked.map(({ text }) => text).join()).not.toMatch(
    /query-secret|ada@|Ada Lovelace/,
  );
  const names = await page.evaluate(() => Object.keys(window));
  expect(names.filter((name) => !name.startsWith('__zod_'))).toEqual(globals);
  const keys = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);
  expect(keys.filter((key) => !/^(ph_)?penguin-support/.test(key))).toEqual([]);
});

test('the page’s own PostHog captures the events, and is unchanged afterwards', async ({
  page,
  posthog,
}) => {
  await openPage(page, {
    head: await hostPostHog(page, posthog.host),
    options: own('http://127.0.0.1:1'),
    query: '?token=query-secret',
  });
  await page.evaluate(() => {
    const host = Reflect.get(window, 'posthog');
    host.identify('host-7');
    host.register({ plan: 'host' });
  });
  const { launcher, panel } = widget(page);
  await launcher.click();
  await expect(panel).toBeVisible();
  const ours = () => posthog.events.filter(({ event }) => event.startsWith('support_'));
  await expect.poll(() => ours().length).toBe(2);
  for (const { properties } of ours()) {
    expect(properties).toMatchObject({
      token: 'phc_host',
      distinct_id: 'host-7',
      plan: 'host',
      $groups: { organization: tenant.id },
    });
    expect(properties.$current_url).not.toContain('query-secret');
  }
  await page.evaluate(() =>
    Reflect.get(window, 'posthog').capture('of the host', {}, { send_instantly: true }),
  );
  await expect.poll(() => posthog.events.find(({ event }) => event === 'of the host')).toBeTruthy();
  const after = posthog.events.find(({ event }) => event === 'of the host')?.properties;
  expect(after).toMatchObject({ distinct_id: 'host-7', plan: 'host' });
  expect(after).not.toHaveProperty('$groups');
  const names = posthog.events
    .map(({ event }) => event)
    .filter((name) => !name.startsWith('support_'));
  expect(names).toEqual(['$identify', 'of the host']);
});

test('a stub that is never replaced is not called, and the widget’s own instance is used', async ({
  page,
  posthog,
}) => {
  const head = `<script>window.posthog = Object.assign([], { _i: [], __SV: 1, calls: 0,
    init() { this.calls++ }, capture() { this.calls++ }, push() { this.calls++ }, onFeatureFlags() { this.calls++ } });</script>`;
  await openPage(page, { head, options: own(posthog.host) });
  await widget(page).launcher.click();
  await expect
    .poll(() => posthog.events.map(({ event }) => event), { timeout: 20_000 })
    .toContain('support_button_click');
  expect(await page.evaluate(() => Reflect.get(window, 'posthog').calls)).toBe(0);
});

test('nothing is stored or sent before consent or after denial, and a withdrawal removes stored data', async ({
  page,
  posthog,
}) => {
  const batches = watchBatches(page);
  await openPage(page, { options: { ...own(posthog.host), consent: 'unknown' } });
  const { launcher, panel } = widget(page);
  const stored = () =>
    page.evaluate(() =>
      [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
        key.startsWith('ph_'),
      ),
    );
  const loaded = page.waitForResponse(/\/embed\/analytics-/);
  await launcher.click();
  await expect(panel).toBeVisible();
  await loaded;
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  expect([batches, posthog.asked, await stored()]).toEqual([[], [], []]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  await page.evaluate(() => window.PenguinSupport?.('setConsent', 'granted'));
  await expect.poll(() => posthog.events.map(({ event }) => event)).toContain('support_panel_open');
  await expect.poll(() => batches.flatMap(({ events }) => events).length).toBe(2);
  expect(await stored()).not.toEqual([]);

  await page.evaluate(() => window.PenguinSupport?.('setConsent', 'denied'));
  expect(await stored()).toEqual([]);
  const before = posthog.events.length;
  await page.evaluate(() => window.PenguinSupport?.('close'));
  await page.reload();
  expect(batches.flatMap(({ events }) => events)).toHaveLength(2);
  expect(posthog.events).toHaveLength(before);
});

test('flags of the page’s PostHog show and hide features at run time', async ({
  page,
  posthog,
}) => {
  posthog.state.flags = { 'support-button': false, 'support-menu': true };
  await openPage(page, {
    head: await hostPostHog(page, posthog.host, 'advanced_disable_feature_flags: false'),
    options: {
      flags: {
        supportButton: 'support-button',
        helpCenter: { key: 'support-menu', default: false },
      },
    },
  });
  const { launcher } = widget(page);
  const menu = page.getByRole('button', { name: 'Help', exact: true });
  await expect(launcher).toBeHidden();
  await expect(menu).toBeVisible();
  posthog.state.flags = { 'support-button': true, 'support-menu': false };
  await page.evaluate(() => Reflect.get(window, 'posthog').reloadFeatureFlags());
  await expect(launcher).toBeVisible();
  await expect(menu).toBeHidden();
  expect(posthog.events.filter(({ event }) => event === '$feature_flag_called')).toEqual([]);
});
