import { Icon, type IconNode } from './Icon.tsx';
import { iconButton } from './IconButton.css.ts';

interface IconButtonProps {
  icon: IconNode;
  /** The accessible name. */
  label: string;
  mirrored?: boolean;
  onPress: () => void;
}

export function IconButton({ icon, label, mirrored = false, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      class={iconButton}
      part="icon-button"
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <Icon of={icon} mirrored={mirrored} />
    </button>
  );
}
