/** Returns a condition for whether a ticket row `t` is escalated. `isTrusted`: its tier counts. */
export const escalatedBy = (t: string, isTrusted = 'true') => `
  ${t}.priority = 'critical'
    or (coalesce(lower(${t}.customer_tier), '') = 'enterprise' and ${isTrusted})`;

/** The report values of a ticket row `t`, in the order of `measured`. */
const measures = (t: string, escalated = escalatedBy(t)) => `
  ${t}.tenant_id, ${t}.id, ${t}.category, ${t}.priority, ${t}.customer_tier,
  case when ${t}.metadata->>'source' in ('email', 'chat') then ${t}.metadata->>'source' else 'ticket' end,
  extract(epoch from ${t}.resolved_at - ${t}.created_at)::integer,
  (${t}.rating->>'score')::integer,
  ${escalated},
  ${t}.created_at,
  extract(epoch from ${t}.first_response_at - ${t}.created_at)::integer,
  case
    when ${t}.response_breached_at is not null then true
    when ${t}.first_response_at is not null
      then coalesce(${t}.first_response_at > ${t}.response_due_at, false)
  end`;

const measured = `tenant_id, id, request_category, request_priority, customer_tier, routing_channel,
  resolution_time, customer_satisfaction, escalated, timestamp, first_response_time, sla_breached`;

/** The function of the triggers; `escalated` as for `measures`. */
export const metricsFunction = (escalated = escalatedBy('new')) => `
  create or replace function support.keep_request_metrics() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    insert into support.request_metrics as kept (${measured}) values (${measures('new', escalated)})
    on conflict (tenant_id, id) do update set
      request_category = excluded.request_category,
      request_priority = excluded.request_priority,
      customer_tier = excluded.customer_tier,
      resolution_time = excluded.resolution_time,
      customer_satisfaction = excluded.customer_satisfaction,
      escalated = kept.escalated or excluded.escalated,
      first_response_time = excluded.first_response_time,
      sla_breached = excluded.sla_breached;
    return null;
  end $$;
`;

/**
 * Triggers, so that no code that changes a ticket can forget them. A request that was escalated
 * once stays escalated. A late first response keeps its timer until a job has recorded and reported
 * it once.
 */
export const triggers = `${metricsFunction()}
  create function support.keep_response_timer() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    if new.response_due_at is not null and new.response_breached_at is null
      and (new.first_response_at is null or new.first_response_at > new.response_due_at)
    then
      insert into support.response_timers (tenant_id, ticket_id, due_at)
        values (new.tenant_id, new.id, new.response_due_at)
      on conflict (tenant_id, ticket_id) do update set due_at = excluded.due_at;
    else
      delete from support.response_timers where tenant_id = new.tenant_id and ticket_id = new.id;
    end if;
    return null;
  end $$;

  create trigger begin_metrics after insert on support.tickets
    for each row execute function support.keep_request_metrics();
  create trigger keep_metrics after update on support.tickets
    for each row when (
      (old.category, old.priority, old.customer_tier, old.resolved_at, old.rating,
        old.first_response_at, old.response_breached_at)
      is distinct from
      (new.category, new.priority, new.customer_tier, new.resolved_at, new.rating,
        new.first_response_at, new.response_breached_at))
    execute function support.keep_request_metrics();
  create trigger begin_timer after insert on support.tickets
    for each row execute function support.keep_response_timer();
  create trigger keep_timer after update on support.tickets
    for each row when (
      (old.response_due_at, old.first_response_at, old.response_breached_at)
      is distinct from
      (new.response_due_at, new.first_response_at, new.response_breached_at))
    execute function support.keep_response_timer();
`;

/** For older requests, the promised time becomes the target, and past violations cause no alert. */
export const backfill = `
  alter table support.tickets no force row level security;
  update support.tickets set
    response_due_at = estimated_first_response,
    response_target = extract(epoch from estimated_first_response - created_at)::integer,
    response_breached_at = case
      when coalesce(first_response_at, now()) > estimated_first_response then estimated_first_response end;
  insert into support.request_metrics (${measured}) select ${measures('tickets')} from support.tickets;
  insert into support.response_timers (tenant_id, ticket_id, due_at)
    select tenant_id, id, response_due_at from support.tickets
    where response_due_at is not null and response_breached_at is null and first_response_at is null;
  alter table support.tickets force row level security;
`;
