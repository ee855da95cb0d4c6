import violations from '../support/axe.ts';
import { expect, test } from '../support/demo.ts';
import { desk, isAccessible, keyOfSession } from '../support/desk.ts';
import { newVisitor, rate, sendRequest } from '../support/sendRequest.ts';

test('the report counts the requests, and a chart says each value on hover and by keys', async ({
  page,
}) => {
  await desk(page).open();
  const main = page.getByRole('main');
  const days = main.getByRole('slider', { name: 'Requests by day' });
  const hours = main.getByRole('slider', { name: 'Requests by weekday and hour' });
  // If an hour ends between the request and the report, the request does not belong to the last one.
  await expect(async () => {
    await sendRequest(page, {});
    await page.getByRole('button', { name: 'Report' }).click();
    await expect(days).toHaveAttribute('aria-valuetext', /: [1-9]/);
    await expect(hours).toHaveAttribute('aria-valuetext', /:00 to \d+:00: [1-9]/);
  }).toPass();
  await days.press('Home');
  await expect(days).toHaveAttribute('aria-valuetext', /: 0$/);
  const ages = main.getByRole('slider', { name: 'Open requests by age' });
  await expect(ages).toHaveAttribute('aria-valuetext', /^Under a day: [1-9]/);
  await hours.press('Home');
  await hours.press('ArrowDown');
  await expect(hours).toHaveAttribute('aria-valuetext', /^Tuesday, 0:00 to 1:00: /);
  await hours.hover({ position: { x: 2, y: 2 } });
  await expect(hours).toHaveAttribute('aria-valuetext', /^Monday, 0:00 to 1:00: /);
  await main.getByText('Table by age').click();
  await expect(main.getByRole('row', { name: /^Under a day [1-9]/ })).toBeVisible();
  await isAccessible(page);
});

test('on a phone, the tables of the report are cards, and a comment leads to its request', async ({
  page,
}) => {
  const subject = crypto.randomUUID();
  const visitor = newVisitor();
  const id = await sendRequest(page, { subject, priority: 'high' }, visitor);
  await desk(page).open();
  const headers = { Authorization: `Bearer ${await keyOfSession(page)}` };
  await page.request.patch(`/v1/agent/tickets/${id}`, { headers, data: { status: 'resolved' } });
  await rate(page, { id, visitor, body: { score: 4, comment: `Quick ${subject}` } });
  await page.setViewportSize({ width: 320, height: 640 });
  const link = page.getByRole('button', { name: 'Report' });
  await expect(link).not.toBeInViewport({ ratio: 1 });
  // Unlike `click`, it does not scroll.
  await link.dispatchEvent('click');
  await expect(link).toBeInViewport({ ratio: 1 });
  const main = page.getByRole('main');
  await expect(main.getByRole('row', { name: /^Marta Klein/ })).toBeVisible();
  const high = main.getByRole('row', { name: /^High / });
  await expect(high.getByRole('cell').first()).toHaveText(/^Requests\d+$/);
  await expect(main.getByRole('columnheader', { name: 'Reopened' }).first()).toBeAttached();
  expect(await main.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  expect(await violations(page, ['body'])).toEqual([]);
  await main.getByRole('button', { name: subject }).click();
  await expect(main.getByRole('heading', { level: 2 })).toContainText(subject);
  await page.getByRole('button', { name: 'Report' }).click();
  await expect(main.getByText(`Quick ${subject}`)).toBeVisible();
  await main.getByRole('button', { name: 'Searches that found nothing' }).click();
  await expect(main.getByRole('heading', { name: 'Searches without results' })).toBeVisible();
});
