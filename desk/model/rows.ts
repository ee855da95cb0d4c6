import { signal } from '@preact/signals';

/** Milliseconds without a movement of the pointer after which it does not choose a row any more. */
const holdMs = 2_000;

/**
 * The rows of the list. While the pointer moves over them, the changes of others show in their rows
 * but move none of them. The new order follows when the pointer leaves or rests.
 */
export function createRows<Row extends { id: string }>() {
  const shown = signal<readonly Row[]>([]);
  let waiting: readonly Row[] | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function release(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting) shown.value = waiting;
    waiting = null;
  }

  return {
    shown,
    /** Shows a list that the agent has chosen. */
    show(next: readonly Row[]): void {
      waiting = null;
      shown.value = next;
    },
    append(older: readonly Row[]): void {
      if (waiting) waiting = [...waiting, ...older];
      shown.value = [...shown.peek(), ...older];
    },
    /** Shows the list after a change. */
    update(next: readonly Row[]): void {
      if (timer === undefined) {
        shown.value = next;
        return;
      }
      waiting = next;
      shown.value = shown.peek().map((row) => next.find(({ id }) => id === row.id) ?? row);
    },
    /** `isOver`: the pointer has moved over a row, or has left them. */
    hold(isOver: boolean): void {
      clearTimeout(timer);
      if (isOver) timer = setTimeout(release, holdMs);
      else release();
    },
  };
}
