import * as css from './frame.css.ts';

/** Words for screen readers alone, such as the name of the row that a button changes. */
export function OnlyRead({ children }: { children: string }) {
  return <span class={css.onlyRead}> {children}</span>;
}
