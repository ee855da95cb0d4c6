/** Returns the action of a key in an open menu (WAI-ARIA APG, menu button). */
export type MenuMove = { to: number } | { close: 'return focus' | 'leave' } | null;

export function menuMove(key: string, active: number, labels: readonly string[]): MenuMove {
  const { length } = labels;
  switch (key) {
    case 'ArrowDown':
      return { to: (active + 1) % length };
    case 'ArrowUp':
      // The menu itself may have the focus: then there is no active item.
      return { to: (Math.max(active, 0) - 1 + length) % length };
    case 'Home':
    case 'PageUp':
      return { to: 0 };
    case 'End':
    case 'PageDown':
      return { to: length - 1 };
    case 'Escape':
      return { close: 'return focus' };
    case 'Tab':
      return { close: 'leave' };
    default:
      return null;
  }
}

/** The item after `active` that begins with what was typed; once round, the active one last. */
export function typeAhead(
  typed: string,
  active: number,
  labels: readonly string[],
): number | undefined {
  const wanted = typed.toLocaleLowerCase();
  // One letter moves on; more letters may stay on an item that still matches.
  const start = typed.length === 1 ? active + 1 : active;
  for (let step = 0; step < labels.length; step++) {
    const index = (start + step) % labels.length;
    if (labels[index]?.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return undefined;
}
