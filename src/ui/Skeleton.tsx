import * as css from './Skeleton.css.ts';

/** The placeholder of a list that is loading. `label` says what is loading. */
export function Skeleton({ label, rows }: { label: string; rows: number }) {
  return (
    <div class={css.skeleton} role="status" aria-label={label}>
      {[...new Array(rows * 3).keys()].map((index) => (
        <div key={index} class={css.line} />
      ))}
    </div>
  );
}
