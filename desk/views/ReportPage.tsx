import { useEffect, useState } from 'preact/hooks';
import { getReport, type Report } from '../../src/contract/report.ts';
import { dayIn } from '../../src/contract/zone.ts';
import { Button } from '../../src/ui/Button.tsx';
import { sentenceOf } from '../api/failure.ts';
import { figuresOf, lastDays, type Period, periodBefore } from '../model/report.ts';
import type { SignedIn } from '../model/session.model.ts';
import { Backlog } from './Backlog.tsx';
import { BarChart } from './BarChart.tsx';
import { Choice } from './Choice.tsx';
import * as css from './frame.css.ts';
import { HourChart } from './HourChart.tsx';
import { AgentTable, Groups, Measures } from './Measures.tsx';
import { RatingComments } from './RatingComments.tsx';
import * as own from './report.css.ts';
import { zoneOf } from './Snooze.tsx';
import { Problem } from './Table.tsx';

const periods = [
  ['7', 'Last 7 days'],
  ['30', 'Last 30 days'],
  ['90', 'Last 90 days'],
] as const;

interface ReportPageProps {
  me: SignedIn;
  /** Opens a request. */
  onRequest: (id: string) => void;
  /** Opens the searches that found nothing. */
  onMissed: () => void;
}

interface Shown {
  report: Report;
  before: Report;
  query: Period & { tz: string };
}

/** The figures of the account, compared with the previous period. */
export function ReportPage({ me, onRequest, onMissed }: ReportPageProps) {
  const [days, setDays] = useState('30');
  const [shown, setShown] = useState<Shown | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  useEffect(() => {
    let isOver = false;
    const tz = zoneOf(me);
    const period = lastDays(dayIn(tz, new Date()), Number(days));
    const read = (of: Period) => me.api.call(getReport, { query: { ...of, tz } });
    Promise.all([read(period), read(periodBefore(period))])
      .then(([report, before]) => {
        if (isOver) return;
        setShown({ report, before, query: { ...period, tz } });
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
      <div class={css.row}>
        <Choice label="Period" value={days} options={periods} onChange={setDays} />
      </div>
      <Problem text={problem} />
      {shown === undefined && problem === undefined && <p class={css.muted}>Loading…</p>}
      {shown && (
        <>
          <Figures {...shown} />
          <h3 class={own.heading}>Rating comments</h3>
          <RatingComments
            key={shown.query.from}
            me={me}
            query={shown.query}
            onRequest={onRequest}
          />
        </>
      )}
      <h3 class={own.heading}>Searches</h3>
      <p class={css.row}>
        <Button onPress={onMissed}>Searches that found nothing</Button>
      </p>
    </main>
  );
}

function Figures({ report, before }: Shown) {
  return (
    <>
      <p class={css.muted}>
        {`${report.from} to ${report.to}, in ${report.time_zone}. Each request counts on the day it was created.`}
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
      <h3 class={own.heading}>Open now</h3>
      <Backlog backlog={report.backlog} />
      <h3 class={own.heading}>By day</h3>
      <BarChart
        label="Requests by day"
        bars={report.days.map(({ date, total_requests }) => ({
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
      <h3 class={own.heading}>By hour</h3>
      <HourChart hours={report.hours} />
      <h3 class={own.heading}>By agent</h3>
      <AgentTable agents={report.agents} />
      <Groups report={report} />
    </>
  );
}
