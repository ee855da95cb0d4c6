import type { Recipe } from './recipe.ts';

/** Recipes for what the team and the operator see. */
export const teamRecipes: readonly Recipe[] = [
  {
    name: 'an endpoint of the team',
    edits: [
      {
        file: 'src/contract/index.ts',
        before: "import { erasePerson, exportPerson } from './privacy.ts';",
        added: "import { addOfficeVisit, listOfficeVisits } from './officeVisit.ts';\n",
      },
      {
        file: 'src/contract/index.ts',
        before: '  listQueues,\n  listRejectedMails,\n',
        added: '  addOfficeVisit,\n  listOfficeVisits,\n',
      },
      {
        file: 'server/routes/index.ts',
        before: "import { erasePersonRoute, exportPersonRoute } from './privacy.ts';",
        added: "import { addOfficeVisitRoute, listOfficeVisitsRoute } from './officeVisits.ts';\n",
      },
      {
        file: 'server/routes/index.ts',
        before: '  listAgents: listAgentsRoute,\n',
        added:
          '  addOfficeVisit: addOfficeVisitRoute,\n  listOfficeVisits: listOfficeVisitsRoute,\n',
      },
      {
        file: 'server/http/keyScopes.ts',
        before: "  visitors: 'visitors',\n",
        added: "  'office-visits': 'visitors',\n",
      },
      {
        file: 'server/http/audited.ts',
        before: "'agent/visitors/export'",
        added: "'agent/office-visits', ",
      },
    ],
  },
  {
    name: 'a webhook event',
    edits: [
      {
        file: 'src/contract/webhook.ts',
        before: "  'article.feedback',\n",
        added: "  'office.visited',\n",
      },
      { file: 'docs/webhooks.md', before: '`article.feedback`.', added: '`office.visited` ' },
    ],
  },
  {
    name: 'a figure of the report',
    edits: [
      {
        file: 'server/queries/report.ts',
        before: '  escalated: number;\n',
        added: '  critical: number;\n',
      },
      {
        file: 'server/queries/report.ts',
        before: '      count(*) filter (where escalated)',
        added:
          "      count(*) filter (where request_priority = 'critical')::integer as critical,\n",
      },
      {
        file: 'server/report/makeReport.ts',
        before: "    escalated: sum('escalated'),\n",
        added: "    critical: sum('critical'),\n",
      },
      {
        file: 'src/contract/report.ts',
        before: '  escalated: count,\n',
        added: '  critical: count,\n',
      },
      {
        file: 'docs/metrics.md',
        before: '## First responses',
        added: '`critical` counts the requests of the highest priority.\n\n',
      },
    ],
  },
  {
    name: 'a metric',
    edits: [
      {
        file: 'server/queries/backlog.ts',
        before: '  deliveries: { status: string; count: number }[];\n',
        added: '  attempts: { attempts: number; count: number }[];\n',
      },
      {
        file: 'server/queries/backlog.ts',
        before: '    const deliveries = await trx',
        added: `    const attempts = await trx
      .selectFrom('jobs')
      .select(['attempts', count])
      .groupBy('attempts')
      .execute();\n`,
      },
      {
        file: 'server/queries/backlog.ts',
        before: 'deliveries, received }',
        added: 'attempts, ',
      },
      {
        file: 'server/metrics/metrics.ts',
        before: "  const received = gauge('received_events'",
        added: "  const retried = gauge('attempts', 'Jobs by attempts', ['attempts']);\n",
      },
      {
        file: 'server/metrics/metrics.ts',
        before: '      for (const { status, count } of found.received)',
        added:
          '      for (const { attempts, count } of found.attempts) retried.set({ attempts }, count);\n',
      },
    ],
  },
];
