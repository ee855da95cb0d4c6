import { expect, type Page } from '@playwright/test';
import violations from './axe.ts';

/** The desk of the team, as an agent finds it. */
export function desk(page: Page) {
  const list = page.getByRole('region', { name: 'Requests' });
  const request = page.getByRole('main');
  return {
    list,
    request,
    answer: request.getByRole('textbox', { name: 'Message' }),
    row: (words: string) => list.getByRole('button', { name: words }),
    /** Opens the desk signed in, by the demo. */
    async open(): Promise<void> {
      await page.goto('/inbox/');
      await list.getByRole('searchbox', { name: 'Search' }).waitFor();
    },
  };
}

/** Key of the session with which the page is signed in. */
export const keyOfSession = (page: Page): Promise<string> =>
  page.evaluate(() => sessionStorage.getItem('support-desk-key') ?? '');

/** Invites an agent as the admin who is signed in on the page. Returns the key of their session. */
export async function inviteAgent(page: Page, name: string): Promise<string> {
  const answer = await page.request.post('/v1/admin/agents', {
    headers: { Authorization: `Bearer ${await keyOfSession(page)}` },
    data: { name, email: `${crypto.randomUUID()}@penguinmails.example`, role: 'agent' },
  });
  const { data } = await answer.json();
  return data.token;
}

/** Looks at the page in both schemes, each once its colors have arrived. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => violations(page, ['body'])).toEqual([]);
  }
}
