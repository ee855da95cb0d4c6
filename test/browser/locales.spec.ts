import type { Page } from '@playwright/test';
import { status } from '../../src/i18n/locales/en/status.ts';
import { en, type Translation } from '../../src/i18n/locales/en.ts';
import { locales } from '../../src/i18n/locales/index.ts';
import { expect, test, widget } from '../support/demo.ts';
import { textFaults } from '../support/textFaults.ts';

/** Sentences of several words without a value. They must not appear in other languages. */
const english = Object.entries({ ...en, ...status }).filter(([, sentence]) =>
  /^[^{]+ [^{]+$/.test(sentence),
);

/** Each screen that a command opens, and a sentence that appears when it has loaded. */
const screens = [
  ['home', 'home.contact'],
  ['ticket', 'ticket.descriptionHint'],
  ['requests', 'requests.title'],
  ['search', 'search.title'],
  ['status', 'state.ok'],
] as const;

for (const [tag, load] of Object.entries(locales)) {
  test(`in ${tag} every screen fits 320 pixels, and shows no English text`, async ({ page }) => {
    const words = (await load())[tag];
    const foreign = english.flatMap(([key, sentence]) =>
      sentence === Reflect.get(words ?? {}, key) ? [] : [sentence],
    );
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/');
    await page.evaluate((locale) => window.PenguinSupport?.('setLocale', locale), tag);
    const { panel } = widget(page);
    const said = (key: keyof Translation) => new RegExp(String(words?.[key]));
    for (const [screen, key] of screens) {
      await page.evaluate((name) => window.PenguinSupport?.('open', name), screen);
      await expect(panel).toContainText(said(key));
      expect([screen, ...(await textFaults(page, foreign))]).toEqual([screen]);
    }
    // Browsers apply it to Japanese text only.
    await expect(panel).toHaveCSS('word-break', 'auto-phrase');
    await sendRequest(page);
    await expect(panel.getByText(words?.['receipt.heading'] ?? '')).toBeVisible();
    expect(await textFaults(page, foreign)).toEqual([]);
  });
}

async function sendRequest(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.PenguinSupport?.('newTicket', {
      category: 'technical',
      subject: 'A campaign does not send',
      description: 'It has been waiting since this morning.',
    }),
  );
  await page.getByRole('dialog').locator('button[type=submit]').click();
}
