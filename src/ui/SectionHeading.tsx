import type { ComponentChildren } from 'preact';
import * as css from './SectionHeading.css.ts';

/** The label of a group, with an optional action at its end. */
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
