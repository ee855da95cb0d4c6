import * as css from './frame.css.ts';

/** Text that only screen readers read, such as the name of the row that a button changes. */
export function OnlyRead({ children }: { children: string }) {
  return <span class={css.onlyRead}> {children}</span>;
}
