import { codeThatSends, expect, outage, widget } from '../support/demo.ts';
import { passing, rejecting } from '../support/faults.ts';
import {
  lookMs,
  newSubject,
  test,
  untilReceived,
  withoutWaits,
  write,
  writeNext,
} from '../support/faultyBackend.ts';

test.use({ allowed: outage });

const saved = 'Saved. We’ll send it once we can';
/** Requests that one page sends. Each of them meets another fault. */
const perPage = 6;
const faults = Object.entries(passing);

for (let start = 0; start < faults.length; start += perPage) {
  const group = faults.slice(start, start + perPage);
  const names = group.map(([what]) => what).join('; ');
  test(`the backend receives each request once: ${names}`, async ({ page, backend }) => {
    await page.goto('/');
    await widget(page).openForm();
    for (const [what, fault] of group) {
      await test.step(`a backend that ${what} receives the request once`, async () => {
        const subject = newSubject(what);
        await writeNext(page, subject);
        backend.arm(fault, 2);
        await widget(page).send.click();
        await untilReceived(page, backend);
        expect(backend.met()).toBeGreaterThan(0);
        expect(await backend.count(subject)).toBe(1);
      });
    }
  });
}

test.describe('rejected', () => {
  // The reason is logged once.
  test.use({ allowed: new RegExp(`${outage.source}|The backend does not (know|allow) the key`) });

  test('a rejected request leaves its text in the form, and is received once', async ({
    page,
    backend,
  }) => {
    await page.goto('/');
    const { panel, send, openForm } = widget(page);
    await openForm();
    for (const [what, fault] of Object.entries(rejecting)) {
      await test.step(`a backend that ${what}`, async () => {
        const subject = newSubject(what);
        await writeNext(page, subject);
        await expect(panel.getByRole('alert')).toHaveCount(0);
        backend.arm(fault);
        await send.click();
        await expect(panel.getByRole('alert')).toBeVisible();
        await expect(panel.getByLabel('Description')).toHaveValue('These words must not be lost.');
        expect(await backend.count(subject)).toBe(0);
        await panel.getByLabel('Subject').fill(`${subject} `);
        await send.click();
        await untilReceived(page, backend);
        expect(await backend.count(subject)).toBe(1);
      });
    }
  });
});

test('a backend that refuses connections receives the request once when it is back', async ({
  page,
  backend,
}) => {
  const subject = newSubject('unreachable');
  await page.goto('/');
  const { panel, send } = widget(page);
  await write(page, subject);
  await codeThatSends(page);
  await backend.setReachable(false);
  await send.click();
  await expect(panel.getByText(saved)).toBeVisible();
  await backend.setReachable(true);
  await untilReceived(page, backend);
  expect(await backend.count(subject)).toBe(1);
});

test('if the backend never comes back, the complete text and the mail are offered', async ({
  page,
  backend,
}) => {
  const subject = newSubject('gone');
  await page.goto('/');
  const { panel, send } = widget(page);
  await write(page, subject);
  backend.arm(async ({ outgoing }) => void outgoing.destroy(), 1_000);
  await send.click();
  await expect(panel.getByText(saved)).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: 'Copy full request' }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(subject);
  expect(copied).toContain('These words must not be lost.');
  await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
  expect(await backend.count(subject)).toBe(0);
  await panel.getByRole('button', { name: 'Delete' }).click();
  backend.arm(async () => {}, 0);
});

test('a backend that was killed after the commit and restarted receives the request once', async ({
  page,
  backend,
}) => {
  const subject = newSubject('killed after the commit');
  await page.goto('/');
  const { panel, send } = widget(page);
  await write(page, subject);
  backend.arm(async ({ outgoing, forward }) => {
    await forward();
    await backend.kill();
    outgoing.destroy();
  });
  await send.click();
  await expect(panel.getByText(saved)).toBeVisible();
  await backend.start();
  await untilReceived(page, backend);
  expect(await backend.count(subject)).toBe(1);
});

test('a reply is handled like a request', async ({ page, backend }) => {
  const subject = newSubject('reply');
  await page.goto('/');
  const { panel, send } = widget(page);
  await write(page, subject);
  await send.click();
  await panel.getByRole('button', { name: 'View request' }).click();
  await panel.getByLabel('Your reply').fill('One more thing.');
  backend.arm(passing['resets after the commit'] ?? (async () => {}), 2);
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  const waiting = panel.getByText(/Sending…|Waiting for a connection/);
  await expect(waiting).toBeVisible();
  await withoutWaits(page, backend, () => expect(waiting).toBeHidden({ timeout: lookMs }));
  await expect(panel.getByText('One more thing.')).toHaveCount(1);
});
