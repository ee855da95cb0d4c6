import type { ComponentChildren } from 'preact';
import * as css from './Chip.css.ts';
import { Icon, type IconNode } from './Icon.tsx';

export function Chips({ children }: { children: ComponentChildren }) {
  return <div class={css.chips}>{children}</div>;
}

interface ChipProps {
  icon: IconNode;
  label: string;
  /** Opens in a new tab. */
  href: string;
  onPress: () => void;
}

export function Chip({ icon, label, href, onPress }: ChipProps) {
  return (
    <a
      class={css.chip}
      part="chip"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onPress}
    >
      <Icon of={icon} size={14} />
      {label}
    </a>
  );
}
