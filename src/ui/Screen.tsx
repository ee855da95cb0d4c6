import type { ComponentChildren } from 'preact';
import * as css from './Screen.css.ts';

interface ScreenBodyProps {
  /** Where nothing inside may take the focus: what it is, for people who scroll it by keys. */
  label?: string;
  children: ComponentChildren;
}

/** The scrolling part of a screen. */
export function ScreenBody({ label, children }: ScreenBodyProps) {
  const asRegion = label === undefined ? {} : { role: 'region', tabIndex: 0, 'aria-label': label };
  return (
    <div class={css.body} {...asRegion}>
      {children}
    </div>
  );
}

/** The part that stays at the bottom. */
export function ScreenFooter({ children }: { children: ComponentChildren }) {
  return <div class={css.footer}>{children}</div>;
}
