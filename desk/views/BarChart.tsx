import { useState } from 'preact/hooks';
import { Chart } from './Chart.tsx';
import * as css from './report.css.ts';

interface BarChartProps {
  label: string;
  bars: readonly { name: string; value: number }[];
  /** The bar that is chosen at first; the last one by default. */
  start?: number;
}

const height = 100;
const fewBars = 7;

/** Bars beside each other. Arrow keys and the pointer choose the one whose value is shown. */
export function BarChart({ label, bars, start }: BarChartProps) {
  const [active, setActive] = useState(start ?? bars.length - 1);
  const at = Math.min(active, bars.length - 1);
  const top = Math.max(1, ...bars.map(({ value }) => value));
  const bar = bars[at];

  return (
    <Chart
      label={label}
      words={bar === undefined ? '' : `${bar.name}: ${bar.value}`}
      rows={1}
      isSmall={bars.length <= fewBars}
      columns={bars.length}
      scale={[bars[0], bars.at(-1)].flatMap((one) => (one === undefined ? [] : [one.name]))}
      at={at}
      onChoose={setActive}
    >
      <svg
        class={css.bars}
        viewBox={`0 0 ${bars.length} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {bars.map(({ name, value }, index) => (
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
    </Chart>
  );
}
