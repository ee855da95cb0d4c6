import { vi } from 'vitest';

/** Waits until the expectations hold. The limit only ends a test that hangs, so a busy machine never meets it. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000 });
}
