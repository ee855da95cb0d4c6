import type { ComponentChildren } from 'preact';
import * as css from './report.css.ts';

interface ChartProps {
  label: string;
  /** The value that is chosen. */
  words: string;
  /** Values are in rows, each of so many columns. */
  rows: number;
  columns: number;
  /** The one that is chosen, counted from 0 along the rows. */
  at: number;
  onChoose: (at: number) => void;
  /** Few values, which need no full width. */
  isSmall?: boolean;
  /** Names of the rows, for the eyes. */
  sides?: readonly string[];
  /** Points of the scale below the drawing, from its start to its end, for the eyes. */
  scale: readonly string[];
  /** A drawing that fills its box. */
  children: ComponentChildren;
}

/** A drawing of values. The pointer and the arrow keys choose the one that its caption says. */
export function Chart(props: ChartProps) {
  const {
    label,
    words,
    rows,
    columns,
    at,
    onChoose,
    isSmall = false,
    sides = [],
    scale,
    children,
  } = props;
  const last = rows * columns - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: rows === 1 ? 1 : -columns,
    ArrowDown: rows === 1 ? -1 : columns,
    Home: -last,
    End: last,
  };
  const choose = (next: number) => onChoose(Math.max(0, Math.min(last, next)));

  return (
    <figure class={css.figure}>
      <figcaption class={css.caption}>
        {label} · <strong>{words}</strong>
      </figcaption>
      <div class={isSmall ? css.smallPlot : css.plot}>
        <div class={css.sides} aria-hidden="true">
          {sides.map((side) => (
            <span key={side}>{side}</span>
          ))}
        </div>
        <div
          class={css.chart}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={1}
          aria-valuemax={last + 1}
          aria-valuenow={at + 1}
          aria-valuetext={words}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (step === undefined) return;
            event.preventDefault();
            choose(at + step);
          }}
          onPointerMove={({ currentTarget, clientX, clientY }) => {
            const { left, top, width, height } = currentTarget.getBoundingClientRect();
            const column = Math.floor(((clientX - left) / width) * columns);
            const row = Math.floor(((clientY - top) / height) * rows);
            choose(Math.min(row, rows - 1) * columns + Math.min(column, columns - 1));
          }}
        >
          {children}
        </div>
        <p class={css.axis} aria-hidden="true">
          {scale.map((point) => (
            <span key={point}>{point}</span>
          ))}
        </p>
      </div>
    </figure>
  );
}
