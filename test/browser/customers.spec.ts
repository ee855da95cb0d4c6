import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const signIn = (page: Page, id: string) => page.goto(`/customers.html?as=${id}`);
const badge = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) });

test('each organization sees its own integrations', async ({ page }) => {
  await signIn(page, 'user_yuki');
  await expect(badge(page, 'Salesforce.*Working')).toBeVisible();
  await expect(badge(page, 'HubSpot.*Not connected')).toBeVisible();
  await expect(badge(page, 'Stripe.*Working')).toBeVisible();
  await signIn(page, 'user_lena');
  await expect(badge(page, 'HubSpot.*Reconnect needed')).toBeVisible();
  await expect(badge(page, 'Salesforce.*Not connected')).toBeVisible();
});

test('the team sees the signed values, and only the integrations of that customer', async ({
  page,
}) => {
  await signIn(page, 'user_lena');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Our contacts do not sync', 'HubSpot asks for a sign-in again.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await page.getByRole('link', { name: 'Team inbox' }).click();
  await page.getByText('Our contacts do not sync').first().click();
  const facts = page.getByRole('complementary', { name: 'Customer' });
  await expect(facts).toContainText('lena@initech.example Verified');
  await expect(facts).toContainText('Initech (Starter) Verified');
  await expect(facts).toContainText('HubSpotReconnect needed');
  await expect(facts).not.toContainText('Stripe');
  await page.goto('/inbox/');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  await expect(page.getByText('Our contacts do not sync')).toHaveCount(0);
});

test('a customer reconnects the integration of their organization', async ({ page }) => {
  await signIn(page, 'user_lena');
  await badge(page, 'HubSpot.*Reconnect needed').click();
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Reconnect', exact: true }).click();
  await (await popup).getByRole('link', { name: 'Allow', exact: true }).click();
  await expect(badge(page, 'HubSpot.*Working')).toBeVisible();
});

test('a colleague can read a shared request but cannot reply', async ({ page }) => {
  await signIn(page, 'user_yuki');
  const { launcher, panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Leads arrive twice', 'Each lead comes in two copies.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await signIn(page, 'user_mika');
  await launcher.click();
  await panel.getByRole('button', { name: /Leads arrive twice.*Yuki Tanaka/s }).click();
  await expect(panel.getByText('Each lead comes in two copies.')).toBeVisible();
  await expect(panel.getByText('Only Yuki Tanaka can reply')).toBeVisible();
  await expect(panel.getByRole('textbox')).toHaveCount(0);
  await signIn(page, 'user_lena');
  await launcher.click();
  await expect(panel.getByText('Contact support').first()).toBeVisible();
  await expect(panel.getByText('Leads arrive twice')).toHaveCount(0);
});
