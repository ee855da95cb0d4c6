import type { ComponentChildren } from 'preact';
import * as css from './SectionHeading.css.ts';

/** Label of a group, with an action at its end where there is one. */
export function SectionHeading({
  children,
  action,
}: {
  children: string;
  action?: ComponentChildren;
}) {
  return (
    <div class={css.heading}>
      <h3 class={css.words}>{children}</h3>
      {action}
    </div>
  );
}
