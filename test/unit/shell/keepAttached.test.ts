// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { expect, it, vi } from 'vitest';
import { keepAttached } from '../../../src/shell/keepAttached.ts';
import { createLauncher } from '../../../src/shell/launcher.ts';

it('adds the host element to the next body, but not after destroy', async () => {
  const launcher = createLauncher({});
  keepAttached(launcher, () => {});
  for (let page = 0; page < 3; page++) {
    document.body.replaceWith(document.createElement('body'));
    await vi.waitFor(() => expect(launcher.host.parentNode).toBe(document.body));
  }
  launcher.destroy();
  document.body.replaceWith(document.createElement('body'));
  await new Promise((resolve) => setTimeout(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  expect(launcher.host.isConnected).toBe(false);
});
