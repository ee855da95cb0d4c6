import { vi } from 'vitest';

/**
 * Waits until the expectations pass. The timeout only ends a test that hangs, so a busy machine
 * does not reach it.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: 20_000 });
}
