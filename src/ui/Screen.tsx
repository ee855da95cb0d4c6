import type { ComponentChildren } from 'preact';
import * as css from './Screen.css.ts';

/** The scrolling part of a screen. */
export function ScreenBody({ children }: { children: ComponentChildren }) {
  return <div class={css.body}>{children}</div>;
}

/** The part that stays at the bottom. */
export function ScreenFooter({ children }: { children: ComponentChildren }) {
  return <div class={css.footer}>{children}</div>;
}
