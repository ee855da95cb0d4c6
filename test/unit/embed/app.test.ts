// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startApp } from '../../../src/embed/app.ts';
import type { Support, SupportConfig } from '../../../src/index.ts';
import { createLauncher } from '../../../src/shell/launcher.ts';
import { explained } from '../../support/explained.ts';

let support: Support | undefined;
afterEach(async () => {
  support?.destroy();
  await explained();
});

function start(options: unknown): Support {
  const config: SupportConfig = Object({ options }).options;
  support = startApp(config, createLauncher(Object(options)));
  return support;
}

describe('the app of the script tag', () => {
  it.each(['pk_test_embed', 7, { posthog: 'phc_1' }, { posthog: true }])(
    'starts with the options %j, and logs one sentence',
    async (options) => {
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
      expect(start(options).isOpen).toBe(false);
      await explained();
      expect(printed).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ['boot', 'No method is called "boot". Known are open, close'],
    ['newTickets', 'No method is called "newTickets". Did you mean "newTicket"?'],
    ['constructor', 'No method is called "constructor".'],
  ])('reports the unknown method %s', async (name, sentence) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(Reflect.get(start({}), name)).toBeUndefined();
    await explained();
    expect(warned).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(sentence));
  });
});
