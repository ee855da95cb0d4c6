import { expect, type Page } from '@playwright/test';

/** Uses every part of the widget on the page of a project, like a person would. */
export async function useWidget(page: Page): Promise<void> {
  await sendRequest(page);
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /Knowledge Base/ })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByLabel('Question').fill('How do I set up SPF for my domain?');
  await expect(page.getByText('Set up SPF', { exact: false }).first()).toBeVisible();

  await expect(page.getByRole('button', { name: /HubSpot.*Reconnect needed/ })).toBeVisible();
}

/** Opens the form, fills it in, sends it, and closes the panel when the request has its number. */
export async function sendRequest(page: Page): Promise<void> {
  const panel = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Contact Support' }).first().click();
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await panel.getByLabel('Category').selectOption('technical');
  await panel.getByLabel('Subject').fill('Replies are not syncing');
  await panel.getByLabel('Description').fill('Since this afternoon no new replies show up.');
  await panel.getByRole('button', { name: 'Send request' }).click();
  await expect(panel.getByText(/^PM-\d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
}
