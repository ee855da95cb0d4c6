import * as css from './Sparkline.css.ts';

const heightPx = 32;

interface SparklineProps {
  /** Oldest first. Null where nothing was measured. */
  values: readonly (number | null)[];
  /** The threshold above which values are too high. */
  limit: number;
  /** The accessible description. */
  label: string;
}

/** A line chart over time, with values above the limit in another color. */
export function Sparkline({ values, limit, label }: SparklineProps) {
  const top = Math.max(limit, ...values.map((value) => value ?? 0)) * 1.1 || 1;
  const step = 100 / Math.max(1, values.length - 1);
  const point = (value: number, index: number) =>
    `${(index * step).toFixed(1)} ${(heightPx - (value / top) * heightPx).toFixed(1)}`;
  const path = (isDrawn: (value: number) => boolean) => {
    let pen = 'M';
    return values
      .map((value, index) => {
        const before = values[index - 1] ?? null;
        if (value === null || !isDrawn(value)) {
          pen = 'M';
          return '';
        }
        // The segment that leads to a value above the limit has its color.
        const from = pen === 'M' && before !== null ? `M${point(before, index - 1)}L` : pen;
        pen = 'L';
        return from + point(value, index);
      })
      .join('');
  };
  const shared = { 'vector-effect': 'non-scaling-stroke' };
  return (
    <svg
      class={css.chart}
      viewBox={`0 0 100 ${heightPx}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path class={css.limit} d={`M${point(limit, 0)}H100`} {...shared} />
      <path d={path(() => true)} {...shared} />
      <path class={css.over} d={path((value) => value >= limit)} {...shared} />
    </svg>
  );
}

/** A bar chart with one bar per time span. */
export function Bars({
  tones,
  label,
}: {
  tones: readonly ('green' | 'amber' | 'red' | 'none')[];
  label: string;
}) {
  return (
    <div class={css.bars} role="img" aria-label={label}>
      {tones.map((tone, index) => (
        <i key={index} class={css.bar} data-tone={tone} />
      ))}
    </div>
  );
}
