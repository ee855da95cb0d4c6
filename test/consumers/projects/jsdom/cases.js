import { renderDashboard, startWidget, watchConsole } from './renders.js';

/** The same cases for every runner. */
export function defineCases(test, expect) {
  const printed = watchConsole();

  test('a component around the widget renders', async () => {
    expect(await renderDashboard()).toBe('Dashboard');
  });

  test('a page without React starts and ends the widget, which leaves nothing behind', async () => {
    expect(await startWidget()).toBe('');
  });

  test('nothing was written to the console', () => {
    expect(printed).toEqual([]);
  });
}
