import type { Page } from '@playwright/test';

/** Sends a request as a page would, and gives its id. */
export async function sendRequest(page: Page, more: object): Promise<string> {
  const answer = await page.request.post('/v1/support/tickets', {
    headers: {
      Authorization: 'Bearer pk_test_demo',
      'X-Visitor-Id': crypto.randomUUID().repeat(2).slice(0, 40),
      'Idempotency-Key': crypto.randomUUID(),
    },
    data: {
      subject: 'The invoice is wrong',
      description: 'It has two seats too many.',
      email: 'ada@customer.example',
      category: 'billing',
      ...more,
    },
  });
  const { data } = await answer.json();
  return data.id;
}
