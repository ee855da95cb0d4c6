import { h } from 'preact';
import { flipped, icon } from './Icon.css.ts';

/** Icon data in the format of Lucide: elements of a 24 by 24 drawing. */
export type IconNode = readonly (readonly [
  tag: string,
  attributes: Record<string, string | number | undefined>,
])[];

interface IconProps {
  of: IconNode;
  /** Pixels. The stroke width depends on it. */
  size?: 12 | 14 | 16 | 20 | 24;
  /** Mirrored in right-to-left text, for arrows and chevrons but not for ticks and play symbols. */
  mirrored?: boolean;
}

/** A decorative line icon. Its meaning must be in a text beside it, or in the button's name. */
export function Icon({ of, size = 16, mirrored = false }: IconProps) {
  const stroke = size === 24 ? 1.75 : size === 20 ? 1.6 : 1.5;
  return (
    <svg
      aria-hidden="true"
      class={mirrored ? `${icon} ${flipped}` : icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      stroke-width={(stroke * 24) / size}
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
