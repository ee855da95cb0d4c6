import { type Kysely, sql } from 'kysely';

const columns = `
  alter table support.tickets
    add column first_reply_by uuid,
    add column resolved_by uuid,
    add column team_replies integer not null default 0,
    add column rating_comment_at timestamptz(3);
  alter table support.request_metrics
    add column first_reply_by uuid,
    add column resolved_by uuid,
    add column team_replies integer,
    add column reopened integer;
`;

/**
 * The author of a first reply is only known by name; the agent who resolved a request from the audit log.
 * A name that two agents share stays unknown.
 */
const backfill = `
  alter table support.tickets no force row level security;
  alter table support.messages no force row level security;
  alter table support.agents no force row level security;
  alter table support.audit_log no force row level security;
  alter table support.request_metrics no force row level security;

  update support.tickets set team_replies = found.replies, first_reply_by = named.id
    from (
      select tenant_id, ticket_id, count(*)::integer as replies,
        (array_agg(author_name order by position))[1] as author_name
      from support.messages where author = 'agent' and not internal group by 1, 2
    ) as found
    left join (
      select tenant_id, name, min(id::text)::uuid as id
      from support.agents group by 1, 2 having count(*) = 1
    ) as named on named.tenant_id = found.tenant_id and named.name = found.author_name
    where tickets.tenant_id = found.tenant_id and tickets.id = found.ticket_id;

  update support.tickets set resolved_by = found.agent_id
    from (
      select distinct on (audit_log.tenant_id, audit_log.target)
        audit_log.tenant_id, audit_log.target, agents.id as agent_id
      from support.audit_log
      left join support.agents
        on agents.tenant_id = audit_log.tenant_id and agents.id::text = audit_log.actor_id
      where audit_log.action = 'PATCH agent/tickets/{id}'
        and audit_log.after->>'status' = 'resolved'
        and audit_log.before->>'status' is distinct from 'resolved'
      order by audit_log.tenant_id, audit_log.target, audit_log.id desc
    ) as found
    where tickets.tenant_id = found.tenant_id and tickets.id::text = found.target
      and tickets.status = 'resolved' and tickets.merged_into is null;

  update support.tickets set rating_comment_at = (rating->>'created_at')::timestamptz
    where rating->>'comment' is not null;

  update support.request_metrics set first_reply_by = tickets.first_reply_by,
      resolved_by = tickets.resolved_by, team_replies = tickets.team_replies,
      reopened = tickets.reopened
    from support.tickets
    where tickets.tenant_id = request_metrics.tenant_id and tickets.id = request_metrics.id;

  alter table support.tickets force row level security;
  alter table support.messages force row level security;
  alter table support.agents force row level security;
  alter table support.audit_log force row level security;
  alter table support.request_metrics force row level security;
`;

/** The backlog by age, and the comments of ratings. */
const indexes = `
  create index on support.tickets (tenant_id, created_at, mode) where status <> 'resolved';
  create index on support.tickets (tenant_id, rating_comment_at desc, id desc)
    where rating_comment_at is not null;
`;

/** Adds to each request who answered and resolved it, and how often the team wrote. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, backfill, indexes]) await sql.raw(script).execute(db);
}
