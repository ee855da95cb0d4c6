import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of the widget's elements, once nothing moves any more: rule and element. */
export default async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const running = [...document.querySelectorAll('penguin-support, penguin-help-center')].flatMap(
      (host) =>
        (host.shadowRoot?.getAnimations() ?? []).filter(
          // What turns for ever never ends.
          ({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        ),
    );
    await Promise.all(running.map((animation) => animation.finished));
    const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
    const found = await axe.run({ include: [['penguin-support'], ['penguin-help-center']] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}
