import type { Report, ReportMeasures } from '../../src/contract/report.ts';
import { agentColumnNames, agentColumnsOf, columnNames, columnsOf } from '../model/report.ts';
import { categoryName, channelNames, priorityNames } from '../words.ts';
import * as css from './frame.css.ts';
import * as own from './report.css.ts';
import { Table } from './Table.tsx';

interface MeasuresProps {
  /** Name of the first column. */
  first: string;
  rows: readonly { name: string; measures: ReportMeasures }[];
}

export function Measures({ first, rows }: MeasuresProps) {
  if (rows.length === 0) return <p class={css.muted}>No requests in this period.</p>;
  return (
    <Table
      columns={[first, ...columnNames]}
      rows={rows.map(({ name, measures }) => ({
        key: name,
        cells: { [first]: <bdi>{name}</bdi>, ...columnsOf(measures) },
      }))}
    />
  );
}

export function AgentTable({ agents }: Pick<Report, 'agents'>) {
  if (agents.length === 0) return <p class={css.muted}>No replies in this period.</p>;
  return (
    <>
      <p class={css.muted}>
        A first reply counts for its author. The other figures count for the agent who resolved the
        request.
      </p>
      <Table
        columns={['Agent', ...agentColumnNames]}
        rows={agents.map((row) => ({
          key: row.agent?.id ?? '',
          cells: { Agent: <bdi>{row.agent?.name ?? 'Unknown'}</bdi>, ...agentColumnsOf(row) },
        }))}
      />
    </>
  );
}

/** The figures of each priority, tier, channel and category. */
export function Groups({ report }: { report: Report }) {
  const { priorities, tiers, channels, categories } = report;
  return (
    <>
      <h3 class={own.heading}>By priority</h3>
      <Measures
        first="Priority"
        rows={priorities.map(({ request_priority, ...measures }) => ({
          name: priorityNames[request_priority],
          measures,
        }))}
      />
      <h3 class={own.heading}>By plan</h3>
      <Measures
        first="Plan"
        rows={tiers.map(({ customer_tier, ...measures }) => ({
          name: customer_tier ?? 'No plan',
          measures,
        }))}
      />
      <h3 class={own.heading}>By channel</h3>
      <Measures
        first="Channel"
        rows={channels.map(({ routing_channel, ...measures }) => ({
          name: channelNames[routing_channel],
          measures,
        }))}
      />
      <h3 class={own.heading}>By category</h3>
      <Measures
        first="Category"
        rows={categories.map(({ request_category, ...measures }) => ({
          name: categoryName(request_category),
          measures,
        }))}
      />
    </>
  );
}
