import { useState } from 'preact/hooks';
import type { Report } from '../../src/contract/report.ts';
import { busiestOf, hourInWords, hoursOfWeek, weekdays } from '../model/hours.ts';
import { Chart } from './Chart.tsx';
import * as frame from './frame.css.ts';
import * as css from './report.css.ts';
import { Table } from './Table.tsx';

/** Fills of a cell, from no request to the most. */
const levels = 5;

/** The requests of an hour on each day. */
function ofHour(week: readonly number[], hour: number) {
  const [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday] = weekdays.map(
    (_day, at) => week[at * 24 + hour] ?? 0,
  );
  return { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
}

/** Requests by weekday and hour, as colors, and as a table. */
export function HourChart({ hours }: Pick<Report, 'hours'>) {
  const week = hoursOfWeek(hours);
  const busiest = busiestOf(week);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  if (busiest === undefined) return <p class={frame.muted}>No requests in this period.</p>;
  const at = chosen ?? busiest.at;
  const levelOf = (value: number) => Math.ceil((value / busiest.value) * (levels - 1));

  return (
    <>
      <p class={frame.muted}>
        {`Most requests came on ${hourInWords(busiest.at)}: ${busiest.value}.`}
      </p>
      <Chart
        label="Requests by weekday and hour"
        words={`${hourInWords(at)}: ${week[at] ?? 0}`}
        rows={7}
        columns={24}
        sides={weekdays.map((day) => day.slice(0, 3))}
        scale={['0:00', '6:00', '12:00', '18:00', '24:00']}
        at={at}
        onChoose={setChosen}
      >
        <svg class={css.bars} viewBox="0 0 24 7" preserveAspectRatio="none" aria-hidden="true">
          {week.map((value, index) => (
            <rect
              key={index}
              class={index === at ? css.activeHour : css.hour}
              x={(index % 24) + 0.05}
              y={Math.floor(index / 24) + 0.05}
              width={0.9}
              height={0.9}
              fill-opacity={0.1 + (0.9 * levelOf(value)) / (levels - 1)}
            />
          ))}
        </svg>
      </Chart>
      <details class={css.more}>
        <summary>Table by hour</summary>
        <Table
          columns={['Hour', ...weekdays]}
          rows={Array.from({ length: 24 }, (_, hour) => ({
            key: String(hour),
            cells: { Hour: `${hour}:00`, ...ofHour(week, hour) },
          }))}
        />
      </details>
    </>
  );
}
