import { setImmediate } from 'node:timers/promises';

/** Resolves once the mistakes of the test are in the console: their sentences load when there is one. */
export async function explained(): Promise<void> {
  await Promise.all([
    import('../../src/core/mistakes.ts'),
    import('../../src/configErrors.ts'),
    import('../../src/contract/eventNames.ts'),
  ]);
  await setImmediate(); // the names of events come before their sentence
  await setImmediate();
}
