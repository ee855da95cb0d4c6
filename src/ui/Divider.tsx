import { divider } from './Divider.css.ts';

/** An event, shown between two lines. */
export function Divider({ children }: { children: string }) {
  return <p class={divider}>{children}</p>;
}
