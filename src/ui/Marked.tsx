import * as css from './Marked.css.ts';

interface MarkedProps {
  text: string;
  /** Characters `[from, to)` to mark, in order. */
  ranges: readonly (readonly [number, number])[];
}

/** Text with marked parts. */
export function Marked({ text, ranges }: MarkedProps) {
  const starts = [0, ...ranges.map(([, to]) => to)];
  return (
    <>
      {ranges.map(([from, to], at) => (
        <>
          {text.slice(starts[at], from)}
          <mark class={css.mark}>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(starts.at(-1))}
    </>
  );
}
