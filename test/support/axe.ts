import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const widgets = ['penguin-support', 'penguin-help-center'];

/**
 * Returns the violations of the widget's or other elements after all animations: rule and element.
 */
export default async function violations(page: Page, roots = widgets): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (selectors) => {
    const running = [...document.querySelectorAll(selectors.join(', '))].flatMap((host) =>
      (host.shadowRoot?.getAnimations() ?? []).filter(
        // Endless animations never finish.
        ({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      ),
    );
    // A cancelled animation rejects, and has also ended.
    await Promise.allSettled(running.map((animation) => animation.finished));
    const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
    const found = await axe.run({ include: selectors.map((one) => [one]) });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, roots);
}
