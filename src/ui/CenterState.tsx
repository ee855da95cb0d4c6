import type { ComponentChildren } from 'preact';
import * as css from './CenterState.css.ts';
import { Icon, type IconNode } from './Icon.tsx';
import { tone as tones } from './status.css.ts';

interface CenterStateProps {
  tone: keyof typeof tones;
  icon: IconNode;
  title: string;
  /** What it means, or what to do. */
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** The state of a whole screen: empty, failed or done. */
export function CenterState({ tone, icon, title, children, actions }: CenterStateProps) {
  return (
    <div class={`${css.center} ${tones[tone]}`} role={tone === 'red' ? 'alert' : undefined}>
      <span class={css.disc}>
        <Icon of={icon} size={24} />
      </span>
      <h3 class={css.title} tabIndex={-1}>
        {title}
      </h3>
      {children && <p class={css.sentence}>{children}</p>}
      {actions && <div class={css.actions}>{actions}</div>}
    </div>
  );
}
