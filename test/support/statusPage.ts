import type { Locator, Page } from '@playwright/test';
import { expect } from './demo.ts';

/** Returns a badge on the page with all badges. */
export function badge(page: Page, provider: string, variant = 'full'): Locator {
  return page
    .locator(`penguin-status-badge[integration=${provider}][variant=${variant}]`)
    .locator('[part=badge]');
}

/** Breaks or fixes a system of the demo. */
export async function control(page: Page, wish: unknown): Promise<void> {
  const response = await page.request.post('/control/state.json', {
    data: wish,
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(response.status()).toBe(200);
}
