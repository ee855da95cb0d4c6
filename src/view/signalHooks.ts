import { useEffect, useLatest, useMemo } from './hooks.ts';
import { effect, signal } from './signals.ts';

export { signal } from './signals.ts';

export const useSignal = (first: unknown) => useMemo(() => signal(first), []);

/**
 * Runs `use` after the component is painted, and after every change of the signals that it has
 * read.
 */
export function useSignalEffect(use: () => unknown): void {
  const latest = useLatest(use);
  useEffect(() => effect(latest), []);
}
