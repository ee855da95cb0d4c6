import { expect, type Page } from '@playwright/test';
import violations from './axe.ts';

/** Returns the team's desk, found like an agent would. */
export function desk(page: Page) {
  const list = page.getByRole('region', { name: 'Requests' });
  const request = page.getByRole('region', { name: 'Request', exact: true });
  return {
    list,
    request,
    answer: request.getByRole('textbox', { name: 'Message' }),
    row: (words: string) => list.getByRole('button', { name: words }),
    /** Opens the desk. The demo signs the agent in. */
    async open(): Promise<void> {
      await page.goto('/inbox/');
      await list.getByRole('searchbox', { name: 'Search' }).waitFor();
    },
  };
}

/** Returns the key of the session that is signed in on the page. */
export const keyOfSession = (page: Page): Promise<string> =>
  page.evaluate(() => sessionStorage.getItem('support-desk-key') ?? '');

/** Invites an agent as the signed-in admin. Returns the key of their session. */
export async function inviteAgent(page: Page, name: string): Promise<string> {
  const response = await page.request.post('/v1/admin/agents', {
    headers: { Authorization: `Bearer ${await keyOfSession(page)}` },
    data: { name, email: `${crypto.randomUUID()}@penguinmails.example`, role: 'agent' },
  });
  const { data } = await response.json();
  return data.token;
}

/** Checks the page in both color schemes, after the colors have changed. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => violations(page, ['body'])).toEqual([]);
  }
}
