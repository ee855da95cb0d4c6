import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';
import { textFaults } from '../support/textFaults.ts';

/** Opens each screen in turn, with a request for the conversation. */
async function walk(page: Page, check: (screen: string) => Promise<void>): Promise<void> {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await check('form');
  await send.click();
  await expect(panel.getByLabel('Subject')).toHaveAttribute('aria-invalid', 'true');
  await check('form with problems');
  await fill('A campaign does not send', 'It has been waiting since this morning.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await check('receipt');
  await panel.getByRole('button', { name: 'View request' }).click();
  await expect(panel.getByText('It has been waiting')).toBeVisible();
  await check('conversation');
  for (const [screen, sentence] of [
    ['home', 'how can we help?'],
    ['requests', 'A campaign does not send'],
    ['status', 'Working'],
  ] as const) {
    await page.evaluate((name) => window.PenguinSupport?.('open', name), screen);
    await expect(panel.getByText(sentence, { exact: false }).first()).toBeVisible();
    await check(screen);
  }
  await page.evaluate(() => window.PenguinSupport?.('search', 'spf record'));
  await expect(panel.getByRole('option').first()).toBeVisible();
  await check('search');
}

test('text spacing of the reader truncates no text', async ({ page }) => {
  await walk(page, async (screen) => {
    await page.evaluate(() => {
      const root = document.querySelector('penguin-support')?.shadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }',
      );
      root?.adoptedStyleSheets.push(sheet);
    });
    expect([screen, ...(await textFaults(page, []))]).toEqual([screen]);
  });
});

/** Controls that are smaller than 24 pixels in a direction, except links in sentences, which WCAG exempts. */
const smallControls = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('penguin-support')?.shadowRoot;
    const controls = root?.querySelectorAll<HTMLElement>(
      'button, select, textarea, input:not([type=file]), summary, a, [role=option]',
    );
    return [...(controls ?? [])].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const isInline = getComputedStyle(control).display === 'inline';
      const isSmall = width > 0 && (width < 24 || height < 24);
      return isSmall && !isInline ? [`${control.outerHTML.slice(0, 120)} ${width}×${height}`] : [];
    });
  });

test('every control is at least 24 pixels wide and high', async ({ page }) => {
  await walk(page, async (screen) => {
    expect([screen, ...(await smallControls(page))]).toEqual([screen]);
  });
});

test('in a window of 320 × 256 pixels every screen fits the width, and each control can be reached', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await walk(page, async (screen) => {
    expect([screen, ...(await textFaults(page, []))]).toEqual([screen]);
    const hidden = await page.evaluate(() => {
      const panel = document.querySelector('penguin-support')?.shadowRoot?.querySelector('dialog');
      const controls = panel?.querySelectorAll<HTMLElement>('button, select, textarea, input, a');
      return [...(controls ?? [])].flatMap((control) => {
        if (!control.checkVisibility({ visibilityProperty: true })) return [];
        control.scrollIntoView({ block: 'nearest' });
        const { top, bottom, height } = control.getBoundingClientRect();
        const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
        return height > 0 && shown < Math.min(24, height) ? [control.outerHTML.slice(0, 120)] : [];
      });
    });
    expect([screen, ...hidden]).toEqual([screen]);
  });
});

test('the tooltip of the button stays under the pointer, and Escape hides it', async ({ page }) => {
  await page.goto('/');
  const { launcher } = widget(page);
  const tip = page.locator('penguin-support').getByText('Contact Support');
  await launcher.hover();
  await expect(tip).toBeVisible();
  const { x = 0, y = 0, width = 0, height = 0 } = (await tip.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await page.mouse.move(0, 0);
  await launcher.hover();
  await expect(tip).toBeVisible();
});
