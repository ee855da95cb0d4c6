/** Episodes with their outcome, by the formula in src/contract/deflection.ts. */
export const deflectionOutcomes = `(
  select tenant_id, started_at, category,
    case
      when solved_at is not null then 'deflected'
      when requested_at is not null then 'not_deflected'
      when coalesce(opened_at, shown_at) + interval '24 hours' > now() then 'pending'
      when opened_at is null then 'not_deflected'
      else 'deflected'
    end as outcome
  from support.deflections) as deflection_outcomes`;

/** All requests, including those that an article answered. */
export const requestRecords = `(
  select tenant_id, request_category, request_priority, customer_tier, routing_channel,
    resolution_time, customer_satisfaction, deflected_to_kb, escalated, timestamp,
    first_response_time, sla_breached, first_reply_by, resolved_by, team_replies, reopened
  from support.request_metrics
  union all
  select tenant_id, coalesce(category, 'general'), 'medium', null, 'kb', null, null, true, false,
    started_at, null, null, null, null, null, null
  from ${deflectionOutcomes} where outcome = 'deflected') as request_records`;
