import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** Maximum time in milliseconds for which a list waits for its newest rows. */
const maxWaitMs = 1_000;

/**
 * Returns whether a list can be shown: when it has been read, or when that takes too long. It does
 * not change back, so that rows that are shown stay.
 */
export function useArrived(isRead: boolean): boolean {
  const isDue = useSignal(false);
  const hasArrived = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      isDue.value = true;
    }, maxWaitMs);
    return () => clearTimeout(timer);
  }, []);
  hasArrived.current ||= isRead || isDue.value;
  return hasArrived.current;
}
