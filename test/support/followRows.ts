import type { Page } from '@playwright/test';

/**
 * Follows the tops of what can be pressed in the panel and in menus, by its words. `moved` returns
 * what has moved since the last call.
 */
export async function followRows(page: Page): Promise<{ moved: () => Promise<string[]> }> {
  await page.evaluate(() => {
    let tops = new Map<string, number>();
    const moved: string[] = [];
    Object.assign(window, { movedRows: moved });
    const pressable = ':is(dialog[open], [role=menu]) :is(button, a, [role=option])';
    const look = () => {
      const now = new Map<string, number>();
      for (const { shadowRoot } of document.querySelectorAll('*')) {
        for (const row of shadowRoot?.querySelectorAll(pressable) ?? []) {
          if (getComputedStyle(row).visibility === 'hidden') continue;
          const name = row.textContent || row.ariaLabel || '';
          const top = row.getBoundingClientRect().top;
          const before = tops.get(name);
          if (before !== undefined && !now.has(name) && Math.abs(before - top) > 0.5) {
            moved.push(`${name}: ${before} → ${top}`);
          }
          if (!now.has(name)) now.set(name, top);
        }
      }
      tops = now;
      requestAnimationFrame(look);
    };
    look();
  });
  return {
    moved: () => page.evaluate(() => Reflect.get(window, 'movedRows').splice(0)),
  };
}
