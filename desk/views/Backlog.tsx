import type { BacklogAge, ReportBacklog } from '../../src/contract/report.ts';
import { BarChart } from './BarChart.tsx';
import { sinceInWords } from './dates.ts';
import * as css from './frame.css.ts';
import * as own from './report.css.ts';
import { Table } from './Table.tsx';

const ageNames: Record<BacklogAge, string> = {
  under_1_day: 'Under a day',
  from_1_to_3_days: '1 to 3 days',
  from_3_to_7_days: '3 to 7 days',
  over_7_days: '7 days or more',
};

/** The requests that are open now, by their age. */
export function Backlog({ backlog: { open, ages, oldest_at } }: { backlog: ReportBacklog }) {
  if (oldest_at === null) return <p class={css.muted}>No request is open.</p>;
  const bars = ages.map(({ age, open: value }) => ({ name: ageNames[age], value }));
  return (
    <>
      <p class={css.muted}>
        {`${open === 1 ? '1 request is' : `${open} requests are`} not resolved. The oldest arrived ${sinceInWords(oldest_at)}.`}
      </p>
      <BarChart label="Open requests by age" bars={bars} start={0} />
      <details class={own.more}>
        <summary>Table by age</summary>
        <Table
          columns={['Age', 'Open requests'] as const}
          rows={bars.map(({ name, value }) => ({
            key: name,
            cells: { Age: name, 'Open requests': value },
          }))}
        />
      </details>
    </>
  );
}
