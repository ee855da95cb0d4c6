import { setImmediate } from 'node:timers/promises';

/**
 * Resolves when the mistakes of the test are in the console, because their messages load on demand.
 */
export async function explained(): Promise<void> {
  await Promise.all([
    import('../../src/core/mistakes.ts'),
    import('../../src/configErrors.ts'),
    import('../../src/contract/eventNames.ts'),
  ]);
  await setImmediate(); // the names of events load before their message
  await setImmediate();
}
