import violations from '../support/axe.ts';
import { expect, test, widget } from '../support/demo.ts';

test('without a backend the same button writes a mail', async ({ page }) => {
  await page.goto('/no-backend.html');
  const { panel, openForm, fill } = widget(page);
  const order: string[] = [];
  await page.exposeFunction('heard', (name: string) => order.push(name));
  await openForm();
  await page.evaluate(() =>
    window.PenguinSupport?.('on', '*', (event) => Reflect.get(window, 'heard')(event.name)),
  );
  await fill('No backend', 'Please write me.');
  await panel.getByRole('button', { name: 'Write e-mail' }).click();
  const href = String(
    await panel.getByRole('link', { name: 'Open mail app' }).getAttribute('href'),
  );
  expect(href).toMatch(/^mailto:help@northwind\.example\?subject=/);
  const text = decodeURIComponent(href);
  expect(text).toContain('[Support] Northwind - Technical problem');
  expect(text).toContain('Please write me.');
  expect(order).toEqual(['support_ticket_submit', 'support_mailto_fallback']);
});

test('with `mailto: direct`, one press is counted, and then opens the mail program with the request', async ({
  page,
}) => {
  await page.goto('/no-backend.html');
  const { panel } = widget(page);
  const order: string[] = [];
  await page.exposeFunction('heard', (name: string) => order.push(name));
  await page.evaluate(() => {
    window.PenguinSupport?.('destroy');
    window.PenguinSupport?.('init', {
      email: 'help@northwind.example',
      mailto: 'direct',
      user: { name: 'Ada Lovelace', email: 'ada@northwind.example' },
      tenant: { name: 'Northwind', plan: 'Professional' },
    });
    window.PenguinSupport?.('on', '*', (event) => Reflect.get(window, 'heard')(event.name));
    document.body.dataset.supportTopic = 'Deliverability';
  });
  const button = page.getByRole('button', { name: 'Contact support' });
  await button.hover();
  const mail = page.waitForRequest(/^mailto:/);
  await button.click();
  const text = decodeURIComponent((await mail).url());
  expect(text).toContain(
    'mailto:help@northwind.example?subject=[Support] Northwind - Deliverability',
  );
  expect(text).toContain('[Please describe your issue here]');
  expect(text).toContain('- User: Ada Lovelace (ada@northwind.example)');
  expect(order).toEqual(['support_button_click', 'support_mailto_fallback']);
  await expect(panel).toBeHidden();
  await expect(button).not.toHaveAttribute('aria-haspopup');
  await expect(button).not.toHaveAttribute('aria-expanded');
});

test('everything works under a strict policy with trusted types', async ({ page }) => {
  await page.goto('/strict.html');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Strict', 'No inline anything.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('menu', { name: 'Help & Support' })).toBeVisible();
});

test('the help menu follows the menu-button pattern', async ({ page }) => {
  await page.goto('/');
  const trigger = page.getByRole('button', { name: 'Help', exact: true });
  await trigger.focus();
  await page.keyboard.press('ArrowDown');
  const item = (name: string) => page.getByRole('menuitem', { name: new RegExp(`^${name}`) });
  await expect(item('Knowledge Base')).toBeFocused();
  await expect(item('Knowledge Base')).toHaveAttribute('target', '_blank');
  await expect(item('Knowledge Base')).toHaveAttribute('rel', 'noopener noreferrer');
  await page.keyboard.press('End');
  await expect(item('Contact support')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.type('gl');
  await expect(item('Glossary')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(trigger).toBeFocused();
  await trigger.click();
  await page.mouse.click(10, 10);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('on a phone the panel is a modal sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  expect(await panel.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
  const box = await panel.boundingBox();
  expect(box?.width).toBe(390);
  await fill('On the go', 'From a phone.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
});

test('the React page renders its widgets once in strict mode', async ({ page }) => {
  await page.goto('/react/');
  await expect(page.locator('penguin-support')).toHaveCount(1);
  await page.getByRole('button', { name: 'Contact support', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByText('Last event: support_panel_open')).toBeVisible();
  await page.keyboard.press('Escape');
  // An item whose data arrives late is in the next opening.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    const status = page.getByRole('menuitem', { name: /^Status/ });
    await expect(status).toContainText('working', { timeout: 2_000 });
  }).toPass();
  await expect(page.getByRole('menuitem')).toHaveCount(8);
});

test('the language changes while the panel is open', async ({ page }) => {
  await page.goto('/');
  await widget(page).openForm();
  await page.evaluate(() => window.PenguinSupport?.('setLocale', 'es'));
  await expect(page.getByRole('button', { name: 'Enviar solicitud' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`every screen passes the accessibility checks, ${scheme}`, async ({ page }) => {
    await page.goto('/');
    await page.evaluate(
      (theme) => document.documentElement.classList.toggle('dark', theme === 'dark'),
      scheme,
    );
    const { panel, launcher, fill, send } = widget(page);
    const check = async (screen: string) => expect(await violations(page), screen).toEqual([]);
    await launcher.click();
    await panel.getByRole('heading', { name: 'Help', exact: true }).waitFor();
    await check('home');
    await panel.getByRole('button', { name: 'Contact support' }).click();
    await send.click();
    await panel.getByRole('button', { name: 'Details we’ll include' }).click();
    await check('form with problems');
    await fill('Accessible', 'For everyone.');
    await send.click();
    await panel.getByText('We’ve got your request').waitFor();
    await check('receipt');
    await panel.getByRole('button', { name: 'View request' }).click();
    await panel.getByText('For everyone.').waitFor();
    await check('conversation');
    await page.evaluate(() => window.PenguinSupport?.('open', 'requests'));
    await panel.getByRole('button', { name: 'New request' }).waitFor();
    await check('requests');
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.PenguinSupport?.('close'));
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await page.getByRole('menu').waitFor();
    await check('help menu');
  });
}

test('the snippet builder shows the chosen widget, and the code that installs it', async ({
  page,
}) => {
  await page.goto('/builder/');
  const { launcher, panel } = widget(page);
  await page.getByLabel('Language').selectOption('es');
  await page.getByLabel('Custom accent color').check();
  await page.getByLabel('Next.js').check();
  const code = page.locator('pre', { hasText: 'SupportProvider' });
  await expect(code).toContainText("'use client';");
  await expect(code).toContainText("locale: 'es',");
  await expect(page.locator('pre', { hasText: '--penguin-accent: #0a7d55;' })).toBeVisible();
  await launcher.click();
  await expect(panel.getByRole('heading', { name: 'Ayuda', exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Contactar con soporte' })).toHaveCSS(
    'background-color',
    'rgb(10, 125, 85)',
  );
  expect(await violations(page)).toEqual([]);
});
