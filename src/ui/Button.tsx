import type { ComponentChildren } from 'preact';
import * as css from './Button.css.ts';
import { Icon, type IconNode } from './Icon.tsx';

interface ButtonProps {
  children: ComponentChildren;
  variant?: keyof typeof css.variant;
  /** Heights of 36, 40 (full width, in footers) and 28 px; larger on phones. */
  size?: keyof typeof css.size;
  icon?: IconNode;
  /** Renders a link. */
  href?: string;
  type?: 'button' | 'submit';
  /** Work is in progress: the button stays focusable, but presses do nothing. */
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
        // Submits by a press handler, because a frame that is sandboxed without `allow-forms`
        // cannot submit forms.
        event.preventDefault();
        if (!busy) onPress?.();
      }}
    >
      {content}
    </button>
  );
}
