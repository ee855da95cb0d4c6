import { expect, mails, test, widget } from '../support/demo.ts';

// The main path with animations, which most people see.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a request for help reaches the team, and the visitor finds it again', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Replies are not syncing', 'Since this afternoon no new replies show up.');
  await send.click();

  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  const number = await panel.getByText(/^PM-\d+$/).textContent();
  await expect
    .poll(async () =>
      (await mails(page))
        .filter((mail) => mail.subject.includes(String(number)))
        .map((mail) => mail.to),
    )
    // All tests together cause only a few confirmations per day to the address of the demo's
    // person.
    .toEqual(expect.arrayContaining([expect.stringContaining('team@penguinmails.com')]));

  await panel.getByRole('button', { name: 'View request' }).click();
  await expect(panel.getByText('Since this afternoon no new replies show up.')).toBeVisible();

  await page.reload();
  await widget(page).launcher.click();
  await expect(
    panel.getByRole('button', { name: new RegExp(`Replies are not syncing.*${number}`) }),
  ).toBeVisible();
});

test('a second press on Send has no effect', async ({ page }) => {
  let sent = 0;
  await page.route('**/v1/support/tickets', (route) => {
    if (route.request().method() === 'POST') sent++;
    return route.continue();
  });
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Twice', 'Pressed twice.');
  await send.dblclick();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  expect(sent).toBe(1);
});

test('missing values are reported beside their fields, and the first one gets the focus', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, openForm, send } = widget(page);
  await openForm();
  await send.click();
  await expect(panel.getByText('Please check 3 fields.')).toBeVisible();
  await expect(panel.getByLabel('Category')).toBeFocused();
  await expect(panel.getByLabel('Subject')).toHaveAccessibleDescription('Please fill this in.');
});

test('a draft survives a reload', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm, fill } = widget(page);
  await openForm();
  await fill('Half written', 'I was interrupted');
  await page.reload();
  await openForm();
  await expect(panel.getByLabel('Subject')).toHaveValue('Half written');
  await expect(panel.getByLabel('Description')).toHaveValue('I was interrupted');
});

test('the whole path works with the keyboard only', async ({ page }) => {
  await page.goto('/');
  const { launcher, panel } = widget(page);
  await launcher.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Help', exact: true })).toBeFocused();
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  await expect(panel.getByLabel('Category')).toBeFocused();
  await page.keyboard.type('Billing');
  await page.keyboard.press('Tab');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Tab');
  await page.keyboard.type('No mouse here.');
  const send = panel.getByRole('button', { name: 'Send request' });
  for (
    let step = 0;
    step < 10 && !(await send.evaluate((button) => button.matches(':focus')));
    step++
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(launcher).toBeFocused();
});

test('values of the page are shown and sent, and are removed after a sign-out', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await page.evaluate(() =>
    window.PenguinSupport?.('setContext', { campaignId: 'c_81', plan: 'Growth', seats: 12 }),
  );
  await openForm();
  await fill('My campaign stopped', 'It stopped at noon.');
  await panel.getByRole('button', { name: 'Details we’ll include' }).click();
  await expect(panel.getByText('campaignId: c_81')).toBeVisible();
  const request = page.waitForRequest(
    (one) => one.method() === 'POST' && one.url().includes('/support/tickets'),
  );
  await send.click();
  expect((await request).postDataJSON().context.values).toEqual({
    campaignId: 'c_81',
    plan: 'Growth',
    seats: '12',
  });
  const number = await panel.getByText(/^PM-\d+$/).textContent();
  const notice = async () =>
    (await mails(page)).find(
      ({ to, subject }) => to.includes('team@') && subject.includes(`${number}`),
    );
  await expect.poll(async () => (await notice())?.text).toContain('campaignId: c_81');

  await page.evaluate(() => window.PenguinSupport?.('reset'));
  await openForm();
  await panel.getByRole('button', { name: 'Details we’ll include' }).click();
  await expect(panel.getByRole('switch', { name: 'Browser' })).toBeVisible();
  await expect(panel.getByRole('switch', { name: 'App data' })).toHaveCount(0);
});

test('only displayed values are sent, and a value that is switched off is not', async ({
  page,
}) => {
  await page.goto('/?token=secret#fragment');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('How do I set up SPF?', 'Which record is right?');
  await panel.getByRole('button', { name: 'Details we’ll include' }).click();
  await panel.getByRole('switch', { name: 'Browser' }).click();
  await panel.getByRole('switch', { name: 'Suggested articles' }).click();
  const request = page.waitForRequest(
    (one) => one.method() === 'POST' && one.url().includes('/support/tickets'),
  );
  await send.click();
  const body = (await request).postDataJSON();
  expect(body).toEqual({
    subject: 'How do I set up SPF?',
    description: 'Which record is right?',
    email: 'ada@northwind.example',
    name: 'Ada Lovelace',
    priority: 'medium',
    category: 'technical',
    userId: 'user_ada',
    tenantId: 'org_northwind',
    customerTier: 'professional',
    mailtoAttempted: false,
    context: {
      url: page.url().replace(/[?#].*/, ''),
      title: 'Campaigns · PenguinMails',
      locale: 'en',
      version: expect.stringContaining('widget'),
    },
  });
});
