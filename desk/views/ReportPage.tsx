import { useEffect, useState } from 'preact/hooks';
import { getReport, type Report, type ReportMeasures } from '../../src/contract/report.ts';
import { dayIn } from '../../src/contract/zone.ts';
import { sentenceOf } from '../api/failure.ts';
import { columnNames, columnsOf, figuresOf, lastDays, periodBefore } from '../model/report.ts';
import type { SignedIn } from '../model/session.model.ts';
import { categoryName, channelNames } from '../words.ts';
import { Choice } from './Choice.tsx';
import { DayChart } from './DayChart.tsx';
import * as css from './frame.css.ts';
import * as own from './report.css.ts';
import { zoneOf } from './Snooze.tsx';
import { Problem, Table } from './Table.tsx';

const periods = [
  ['7', 'Last 7 days'],
  ['30', 'Last 30 days'],
  ['90', 'Last 90 days'],
] as const;

interface Shown {
  report: Report;
  before: Report;
}

/** The figures of the account, compared with the previous period. */
export function ReportPage({ me }: { me: SignedIn }) {
  const [days, setDays] = useState('30');
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  useEffect(() => {
    let isOver = false;
    const tz = zoneOf(me);
    const period = lastDays(dayIn(tz, new Date()), Number(days));
    const read = (query: { from: string; to: string }) =>
      me.api.call(getReport, { query: { ...query, tz } });
    Promise.all([read(period), read(periodBefore(period))])
      .then(([report, before]) => {
        if (isOver) return;
        setShown({ report, before });
        setProblem(undefined);
      })
      .catch((error: unknown) => setProblem(sentenceOf(error)));
    return () => {
      isOver = true;
    };
  }, [days]);

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Report</h2>
      <Choice label="Period" value={days} options={periods} onChange={setDays} />
      <Problem text={problem} />
      {shown === undefined && problem === undefined && <p class={css.muted}>Loading…</p>}
      {shown && <Figures {...shown} />}
    </main>
  );
}

function Figures({ report, before }: Shown) {
  return (
    <>
      <p class={css.muted}>
        {`${report.from} to ${report.to}, in ${report.time_zone}. Requests count on the day that they were made.`}
      </p>
      <dl class={own.tiles}>
        {figuresOf(report, before).map((figure) => (
          <div key={figure.name} class={own.tile}>
            <dt class={own.name}>{figure.name}</dt>
            <dd class={own.value}>{figure.value}</dd>
            <dd class={own.name}>{figure.before}</dd>
          </div>
        ))}
      </dl>
      <DayChart
        label="Requests by day"
        days={report.days.map(({ date, total_requests }) => ({
          name: date,
          value: total_requests,
        }))}
      />
      <details class={own.more}>
        <summary>Table by day</summary>
        <Measures
          first="Day"
          rows={report.days.map(({ date, ...measures }) => ({ name: date, measures }))}
        />
      </details>
      <h3 class={own.heading}>By channel</h3>
      <Measures
        first="Channel"
        rows={report.channels.map(({ routing_channel, ...measures }) => ({
          name: channelNames[routing_channel],
          measures,
        }))}
      />
      <h3 class={own.heading}>By category</h3>
      <Measures
        first="Category"
        rows={report.categories.map(({ request_category, ...measures }) => ({
          name: categoryName(request_category),
          measures,
        }))}
      />
    </>
  );
}

interface MeasuresProps {
  /** Name of the first column. */
  first: string;
  rows: readonly { name: string; measures: ReportMeasures }[];
}

function Measures({ first, rows }: MeasuresProps) {
  if (rows.length === 0) return <p class={css.muted}>No requests in this period.</p>;
  return (
    <Table columns={[first, ...columnNames]}>
      {rows.map(({ name, measures }) => (
        <tr key={name}>
          <td class={css.cell}>
            <bdi>{name}</bdi>
          </td>
          {columnsOf(measures).map((value, at) => (
            <td key={columnNames[at]} class={css.cell}>
              <span class={own.columnOfCard}>{columnNames[at]}: </span>
              {value}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
