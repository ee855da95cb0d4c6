import { divider } from './Divider.css.ts';

/** Something that happened, between two lines. */
export function Divider({ children }: { children: string }) {
  return <p class={divider}>{children}</p>;
}
