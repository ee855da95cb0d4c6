import type { ComponentChildren } from 'preact';
import * as css from './Button.css.ts';
import { Icon, type IconNode } from './Icon.tsx';

interface ButtonProps {
  children: ComponentChildren;
  variant?: keyof typeof css.variant;
  /** Heights 36, 40 (full width, in footers) and 28 px; more on phones. */
  size?: keyof typeof css.size;
  icon?: IconNode;
  /** Renders a link. */
  href?: string;
  type?: 'button' | 'submit';
  /** Work is under way: it stays focusable, and presses do nothing. */
  busy?: boolean;
  onPress?: () => void;
}

export function Button({
  children,
  variant = 'secondary',
  size = 'standard',
  icon,
  href,
  type = 'button',
  busy = false,
  onPress,
}: ButtonProps) {
  const className = `${css.button} ${css.size[size]} ${css.variant[variant]}`;
  const content = (
    <>
      {icon && <Icon of={icon} size={size === 'small' ? 14 : 16} />}
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a class={className} part="button" href={href} onClick={onPress}>
        {content}
      </a>
    );
  }
  return (
    <button
      class={className}
      part="button"
      type={type}
      aria-disabled={busy}
      onClick={(event) => {
        // The press itself sends: a frame that is sandboxed without `allow-forms` submits nothing.
        event.preventDefault();
        if (!busy) onPress?.();
      }}
    >
      {content}
    </button>
  );
}
