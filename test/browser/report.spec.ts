import violations from '../support/axe.ts';
import { expect, test, widget } from '../support/demo.ts';

test('the report shows new requests in drawings with their figures', async ({ page }) => {
  await page.goto('/report/');
  await expect(page.getByRole('meter', { name: 'First answers in time' })).toBeVisible();
  await expect(page.getByRole('meter', { name: 'Integrations are up' })).toHaveAttribute(
    'aria-valuetext',
    /%\. Target: at least 99\.9 %\./,
  );
  const requests = page.locator('.tiles > div', { hasText: 'Requests' }).locator('dd');
  const before = Number(await requests.textContent());

  const visitor = await page.context().newPage();
  await visitor.goto('/');
  const { panel, openForm, fill, send } = widget(visitor);
  await openForm();
  await fill('Counted', 'This is one more.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();

  await expect(requests).toHaveText(String(before + 1));
  const figure = page.getByRole('figure', { name: 'Requests by category' });
  await figure.getByText('Show as a table').click();
  await expect(figure.getByRole('rowheader', { name: 'technical' })).toBeVisible();
  expect(await violations(page, ['body'])).toEqual([]);
});

test('the report can be downloaded as a table, for any range of days', async ({ page }) => {
  await page.goto('/report/');
  await expect(page.getByRole('meter').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe('report.csv');
  await page.getByLabel('From', { exact: true }).fill('2026-03-02');
  await page.getByLabel('To', { exact: true }).fill('2026-03-01');
  const range = page.locator('#range');
  expect(await range.evaluate((form: HTMLFormElement) => form.checkValidity())).toBe(false);
  await page.getByLabel('To', { exact: true }).fill('2026-03-02');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('status')).toContainText('2026-03-02 to 2026-03-02');
});
