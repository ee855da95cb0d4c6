import type { ReportAgent } from '../../src/contract/report.ts';
import type { Sums, SumsOf } from '../queries/report.ts';
import { divide, sumOf } from './sums.ts';

/** A row for each agent with a first reply or a resolved request; most first replies first. */
export function agentRows(
  answered: readonly SumsOf<'answered'>[],
  resolved: readonly SumsOf<'resolved'>[],
  names: ReadonlyMap<string, string>,
): ReportAgent[] {
  const knownOf = (id: string | null) => (id !== null && names.has(id) ? id : null);
  const ids = new Set([
    ...answered.map(({ first_reply_by }) => knownOf(first_reply_by)),
    ...resolved.map(({ resolved_by }) => knownOf(resolved_by)),
  ]);
  return [...ids]
    .map((id) => ({
      agent: id === null ? null : { id, name: names.get(id) ?? id },
      ...repliesOf(answered.filter(({ first_reply_by }) => knownOf(first_reply_by) === id)),
      ...resolutionsOf(resolved.filter(({ resolved_by }) => knownOf(resolved_by) === id)),
    }))
    .filter((row) => row.answered + row.resolved > 0)
    .sort((a, b) => b.answered - a.answered || b.resolved - a.resolved);
}

function repliesOf(sums: readonly SumsOf<'answered'>[]) {
  const sum = sumOf<keyof Sums>(sums);
  const [answered, sla_met, sla_breached] = [
    sum('answered'),
    sum('answered_in_time'),
    sum('answered_late'),
  ];
  return {
    answered,
    average_first_response_time: divide(sum('first_response_time'), answered),
    sla_met,
    sla_breached,
    sla_compliance: divide(sla_met, sla_met + sla_breached),
  };
}

/** A request that was reopened has no agent who resolved it, until it is resolved again. */
function resolutionsOf(sums: readonly SumsOf<'resolved'>[]) {
  const sum = sumOf<keyof Sums>(sums);
  const [resolved, rated, satisfied] = [sum('resolved'), sum('rated'), sum('satisfied')];
  return {
    resolved,
    average_resolution_time: divide(sum('resolution_time'), resolved),
    first_contact: sum('first_contact'),
    rated,
    satisfied,
    customer_satisfaction: divide(satisfied, rated),
  };
}
