import { expect, type Locator, type Page } from '@playwright/test';

/** A badge on the demo's page of integrations. */
export function badge(page: Page, provider: string, variant = 'full'): Locator {
  return page
    .locator(`penguin-status-badge[integration=${provider}][variant=${variant}]`)
    .locator('[part=badge]');
}

/** Breaks or mends something, as the page `/control/` does. */
export async function control(page: Page, wish: unknown): Promise<void> {
  const answer = await page.request.post('/control/state.json', {
    data: wish,
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
}
