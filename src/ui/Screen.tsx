import type { ComponentChildren } from 'preact';
import * as css from './Screen.css.ts';

interface ScreenBodyProps {
  /**
   * The accessible name of a screen without focusable content, for people who scroll with the
   * keyboard.
   */
  label?: string;
  children: ComponentChildren;
}

/** The scrolling part of a screen. */
export function ScreenBody({ label, children }: ScreenBodyProps) {
  return label === undefined ? (
    <div class={css.body}>{children}</div>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section class={css.body} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

/** The part that stays at the bottom. */
export function ScreenFooter({ children }: { children: ComponentChildren }) {
  return <div class={css.footer}>{children}</div>;
}
