// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { stubNetwork } from '../support/network.ts';

it('has no effect on import: no global, no listener, no request, no element', async () => {
  vi.resetModules(); // other files have imported it before
  const sent = stubNetwork();
  const listened = [window, document].map((target) => vi.spyOn(target, 'addEventListener'));
  const globals = Object.keys(globalThis);
  const html = document.documentElement.outerHTML;
  expect(await import('../../src/index.ts')).toHaveProperty('createSupport');
  expect(Object.keys(globalThis)).toEqual(globals);
  for (const spy of listened) expect(spy).not.toHaveBeenCalled();
  expect(document.documentElement.outerHTML).toBe(html);
  expect(sent).toEqual([]);
});
