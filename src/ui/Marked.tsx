import * as css from './Marked.css.ts';

interface MarkedProps {
  text: string;
  /** Ranges of characters to mark, in order. The end is not included. */
  ranges: readonly (readonly [number, number])[];
}

/** Text with highlighted ranges. */
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
