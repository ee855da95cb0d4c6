import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MenuItem } from '../../ui/Menu.tsx';

type Groups = readonly (readonly MenuItem[])[];

/** Maximum time in milliseconds for which an open menu waits for all of its items. */
const maxWaitMs = 500;

/**
 * Keeps the items of an open menu in their places: they appear in one step, with their current
 * words, and items that arrive later are shown with the next opening. `onOpen` starts this again.
 */
export function useSteadyItems(groups: Groups, isComplete: boolean) {
  const openings = useSignal(0);
  const isDue = useSignal(false);
  const first = useRef<Groups | null>(null);
  useEffect(() => {
    isDue.value = false;
    const timer = setTimeout(() => {
      isDue.value = true;
    }, maxWaitMs);
    return () => clearTimeout(timer);
  }, [openings.value]);
  if (isComplete || isDue.value) first.current ??= groups;
  const current = groups.flat();
  const now = (item: MenuItem) => current.find(({ name }) => name === item.name) ?? item;
  return {
    groups: first.current?.map((items) => items.map(now)) ?? groups,
    isPending: first.current === null,
    onOpen() {
      first.current = null;
      isDue.value = false;
      openings.value++;
    },
  };
}
