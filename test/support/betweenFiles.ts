import { afterAll, vi } from 'vitest';

/**
 * Test files share their modules, and their page if they have one (`isolate: false`). A module
 * whose import is interrupted by the end of a file would be broken in every later file of that
 * process, and what a file leaves on the page would be found by the next one.
 */
afterAll(async () => {
  await vi.dynamicImportSettled();
  vi.unstubAllGlobals();
  if (typeof document === 'undefined') return;
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  localStorage.clear();
  sessionStorage.clear();
});
