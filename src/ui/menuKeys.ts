/** Returns the action of a key in an open menu (WAI-ARIA APG, menu button). */
export type MenuMove = { to: number } | { close: 'return focus' | 'leave' } | null;

export function menuMove(key: string, active: number, labels: readonly string[]): MenuMove {
  const { length } = labels;
  switch (key) {
    case 'ArrowDown':
      return { to: (active + 1) % length };
    case 'ArrowUp':
      // If the menu itself has the focus, there is no active item.
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

/**
 * Returns the next item after `active` that begins with the typed text. It wraps around, and checks
 * the active item last.
 */
export function typeAhead(
  typed: string,
  active: number,
  labels: readonly string[],
): number | undefined {
  const prefix = typed.toLocaleLowerCase();
  // One letter moves to the next item. With more letters, the active item stays if it still
  // matches.
  const start = typed.length === 1 ? active + 1 : active;
  for (let step = 0; step < labels.length; step++) {
    const index = (start + step) % labels.length;
    if (labels[index]?.toLocaleLowerCase().startsWith(prefix)) return index;
  }
  return undefined;
}
