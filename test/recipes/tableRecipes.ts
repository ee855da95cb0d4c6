import type { Recipe } from './recipe.ts';

/** Recipes for tables. */
export const tableRecipes: readonly Recipe[] = [
  {
    name: 'a migration',
    edits: [
      {
        file: 'server/db/migrate.ts',
        before: "import { migrateNile } from './nile/migrate.ts';",
        added:
          "import { up as visits, down as visitsDown } from './migrations/9998_office_visits.ts';\n",
      },
      {
        file: 'server/db/migrate.ts',
        before: '};\n\n/** Migrates the tables.',
        added: "  '9998_office_visits': { up: visits, down: visitsDown },\n",
      },
    ],
  },
  {
    name: 'a table with data of visitors',
    edits: [
      {
        file: 'server/db/schema.ts',
        before: '  tenants: TenantsTable;\n',
        added: `  office_visits: {
    tenant_id: FromScope;
    id: Generated<string>;
    visitor_hash: string;
    visited_at: Instant;
  };\n`,
      },
      {
        file: 'src/contract/privacy.ts',
        before: '  /** Pending connections of accounts. */',
        added: '  office_visits: rows,\n',
      },
      {
        file: 'src/contract/privacy.ts',
        before: '      webhook_deliveries: count,\n',
        added: '      office_visits: count,\n',
      },
      {
        file: 'server/queries/people.ts',
        before: '    deflections: named(isVisitor),\n',
        added: '    office_visits: named(isVisitor),\n',
      },
      {
        file: 'server/queries/people.ts',
        before: "    deflections: await read('deflections'),\n",
        added: "    office_visits: await read('office_visits'),\n",
      },
      {
        file: 'server/queries/people.ts',
        before: "  const events = await remove('events');\n",
        added: "  const office_visits = await remove('office_visits');\n",
      },
      {
        file: 'server/queries/people.ts',
        before: '      webhook_deliveries,\n',
        added: '      office_visits,\n',
      },
      {
        file: 'docs/privacy.md',
        before: '| files |',
        added:
          '| visits to the office | hash of the visitor’s id, time | until they are erased |\n',
      },
      {
        file: 'test/server/support/plantRows.ts',
        before: '  await asSuperuser(\n    db,\n    `insert into support.mails',
        added: `  await asSuperuser(
    db,
    \`insert into support.office_visits (tenant_id, visitor_hash)
     values ('\${tenant.id}', '\${digest(visitor)}')\`,
  );\n`,
      },
      {
        file: 'test/server/support/deskRows.ts',
        before: '  await asSuperuser(\n    db,\n    `insert into support.saved_filters',
        added: `  await asSuperuser(
    db,
    \`insert into support.office_visits (tenant_id, visitor_hash) values ('\${tenantId}', 'x')\`,
  );\n`,
      },
      {
        file: 'test/server/privacy.test.ts',
        before: "  'received_mails',\n  'request_metrics',\n",
        added: "  'office_visits',\n",
      },
    ],
  },
  {
    name: 'data derived from a ticket',
    edits: [
      {
        file: 'server/queries/ticketChange.ts',
        before: '};\n\ninterface Effect {',
        added: `  critical: sql<NoRow>\`(insert into critical_counts (tenant_id, tickets)
    select tenant_id, 1 from ticket where priority = 'critical')\`,\n`,
      },
      {
        file: 'server/queries/ticketChange.ts',
        before: '  /** A request that was escalated once',
        added: `  critical: {
    of: ['priority'],
    run: sql\`insert into critical_counts (tenant_id, tickets)
      select tenant_id, (priority = 'critical')::integer - (priority_before = 'critical')::integer
      from changed where priority <> priority_before\`,
  },\n`,
      },
      {
        file: 'server/queries/ticketChange.ts',
        before: 'assignee_id as assignee_before,\n',
        added: 'priority as priority_before, ',
      },
      {
        file: 'server/queries/tickets.ts',
        before: "    .selectNoFrom(sql`true`.as('is_stored'));",
        added: "    .with('critical', () => newTicketEffects.critical)\n",
      },
      {
        file: 'server/queries/deleteRows.ts',
        after: '  tickets: sql`',
        added: `, critical as (insert into critical_counts (tenant_id, tickets)
      select tenant_id, -1 from gone where priority = 'critical')\n    `,
      },
      {
        file: 'test/server/support/deskRows.ts',
        before: '  await asSuperuser(\n    db,\n    `insert into support.saved_filters',
        added: `  await asSuperuser(
    db,
    \`insert into support.critical_counts (tenant_id, tickets) values ('\${tenantId}', 1)\`,
  );\n`,
      },
      {
        file: 'test/server/parallelWriters.test.ts',
        before: '    const record = `request_priority',
        added: `    expect(
      await rows(\`select sum(tickets)::integer as tickets from support.critical_counts \${of}\`),
    ).toEqual(
      await rows(\`select count(*)::integer as tickets from support.tickets \${of}
        and priority = 'critical'\`),
    );\n`,
      },
    ],
  },
];
