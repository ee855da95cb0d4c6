import { make } from '../parts/make.ts';
import { draw, tableOf } from './draw.ts';

export interface Chart {
  title: string;
  /** Unit of the values, for the header of the table. */
  unit: string;
  /** A value is `null` without data. */
  rows: readonly { name: string; value: number | null }[];
  say(value: number): string;
}

const width = 440;
const height = 150;
const floor = height - 20;

/** Draws vertical bars, one per day. The table below contains the same values. */
export function dayChart(chart: Chart): HTMLElement {
  const { rows, say } = chart;
  const maxValue = Math.max(...rows.map(({ value }) => value ?? 0), 0);
  const hasAny = rows.some(({ value }) => value !== null);
  const step = width / Math.max(1, rows.length);
  const bars = rows.flatMap(({ name, value }, index) => {
    if (!value) return [];
    const tall = (value / maxValue) * (floor - 18);
    const title = draw('title', {}, `${name}: ${say(value)}`);
    const box = { x: index * step + step * 0.1, y: floor - tall, width: step * 0.8, height: tall };
    return [draw('rect', { class: 'bar', ...box }, title)];
  });
  const first = rows[0]?.name ?? '';
  const last = rows.at(-1)?.name ?? '';
  const drawing = draw(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': sentence(chart) },
    draw('line', { class: 'axis', x1: 0, x2: width, y1: floor, y2: floor }),
    ...bars,
    draw('text', { x: 0, y: 10 }, hasAny ? `Most: ${say(maxValue)}` : 'Nothing yet'),
    draw('text', { x: 0, y: height - 5 }, first),
    draw('text', { x: width, y: height - 5, 'text-anchor': 'end' }, last),
  );
  return frame(chart, 'Day', drawing);
}

/** Draws horizontal bars, the largest first. */
export function shareChart(chart: Chart, head: string): HTMLElement {
  const { rows, say } = chart;
  const maxValue = Math.max(...rows.map(({ value }) => value ?? 0), 1);
  const tall = 34;
  const bars = rows.flatMap(({ name, value }, index) => {
    const top = index * tall;
    const wide = ((value ?? 0) / maxValue) * width;
    return [
      draw('text', { x: 0, y: top + 11 }, name),
      draw('text', { x: width, y: top + 11, 'text-anchor': 'end' }, say(value ?? 0)),
      draw('rect', {
        class: 'bar',
        x: 0,
        y: top + 16,
        width: Math.max(1, wide),
        height: 10,
        rx: 3,
      }),
    ];
  });
  const size = { viewBox: `0 0 ${width} ${Math.max(1, rows.length) * tall}` };
  const drawing = draw(
    'svg',
    { ...size, role: 'img', 'aria-label': sentence(chart) },
    ...(rows.length > 0 ? bars : [draw('text', { x: 0, y: 11 }, 'Nothing yet')]),
  );
  return frame(chart, head, drawing);
}

function frame({ title, unit, rows, say }: Chart, head: string, drawing: SVGElement): HTMLElement {
  const cells = rows.map(({ name, value }) => [name, value === null ? '–' : say(value)] as const);
  return make(
    'figure',
    {},
    make('figcaption', {}, title),
    drawing,
    tableOf(title, [head, unit], cells),
  );
}

/** Returns the text that screen readers announce for the drawing. */
function sentence({ title, rows, say }: Chart): string {
  const known = rows.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
  const top = known.toSorted((a, b) => b.value - a.value)[0];
  if (top === undefined) return `${title}: nothing yet.`;
  return `${title}: most on or for ${top.name}, ${say(top.value)}. ${known.length} of ${rows.length} have any.`;
}
