import { useState } from 'preact/hooks';
import * as css from './report.css.ts';

interface DayChartProps {
  label: string;
  days: readonly { name: string; value: number }[];
}

const height = 100;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * A bar chart with one bar per day. Arrow keys and the pointer select the day whose value is shown.
 */
export function DayChart({ label, days }: DayChartProps) {
  const [active, setActive] = useState(days.length - 1);
  const at = Math.min(active, days.length - 1);
  const top = Math.max(1, ...days.map(({ value }) => value));
  const day = days[at];
  const words = day === undefined ? '' : `${day.name}: ${day.value}`;
  const choose = (next: number) => setActive(Math.max(0, Math.min(days.length - 1, next)));

  return (
    <figure class={css.figure}>
      <figcaption class={css.caption}>
        {label} · <strong>{words}</strong>
      </figcaption>
      <div
        class={css.chart}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={days.length}
        aria-valuenow={at + 1}
        aria-valuetext={words}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step === undefined) return;
          event.preventDefault();
          choose(at + step);
        }}
        onPointerMove={({ currentTarget, clientX }) => {
          const { left, width } = currentTarget.getBoundingClientRect();
          choose(Math.floor(((clientX - left) / width) * days.length));
        }}
      >
        <svg
          class={css.bars}
          viewBox={`0 0 ${days.length} ${height}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {days.map(({ name, value }, index) => (
            <rect
              key={name}
              class={index === at ? css.activeBar : css.bar}
              x={index + 0.1}
              y={height - (value / top) * height}
              width={0.8}
              height={(value / top) * height}
            />
          ))}
        </svg>
      </div>
    </figure>
  );
}
