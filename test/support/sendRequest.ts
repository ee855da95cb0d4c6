import type { Page } from '@playwright/test';

export const newVisitor = (): string => crypto.randomUUID().repeat(2).slice(0, 40);

const headersOf = (visitor: string) => ({
  Authorization: 'Bearer pk_test_demo',
  'X-Visitor-Id': visitor,
  'Idempotency-Key': crypto.randomUUID(),
});

/** Sends a request like a page would. Returns its id. */
export async function sendRequest(
  page: Page,
  more: object,
  visitor: string = newVisitor(),
): Promise<string> {
  const response = await page.request.post('/v1/support/tickets', {
    headers: headersOf(visitor),
    data: {
      subject: 'The invoice is wrong',
      description: 'It has two seats too many.',
      email: 'ada@customer.example',
      category: 'billing',
      ...more,
    },
  });
  const { data } = await response.json();
  return data.id;
}

/** Writes into a request as its visitor. */
export async function replyTo(
  page: Page,
  { id, visitor, body }: { id: string; visitor: string; body: string },
): Promise<void> {
  await page.request.post(`/v1/support/tickets/${id}/messages`, {
    headers: headersOf(visitor),
    data: { body },
  });
}

/** Rates a resolved request as its visitor. */
export async function rate(
  page: Page,
  { id, visitor, body }: { id: string; visitor: string; body: { score: number; comment: string } },
): Promise<void> {
  await page.request.post(`/v1/support/tickets/${id}/rating`, {
    headers: headersOf(visitor),
    data: body,
  });
}
