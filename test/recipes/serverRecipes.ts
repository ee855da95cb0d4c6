import type { Recipe } from './recipe.ts';

export const serverRecipes: readonly Recipe[] = [
  {
    name: 'an endpoint',
    edits: [
      {
        file: 'src/contract/endpoints.ts',
        before: "import { createTicket, listTickets } from './ticket.ts';",
        added: "import { countRequests } from './requestCount.ts';\n",
      },
      {
        file: 'src/contract/endpoints.ts',
        before: '  listTickets,\n',
        added: '  countRequests,\n',
      },
      {
        file: 'server/routes/index.ts',
        before: "import { createTicketRoute, listTicketsRoute } from './tickets.ts';",
        added: "import { countRequestsRoute } from './requestCount.ts';\n",
      },
      {
        file: 'server/routes/index.ts',
        before: '  listTickets: listTicketsRoute,\n',
        added: '  countRequests: countRequestsRoute,\n',
      },
    ],
  },
  {
    name: 'a setting of the account',
    edits: [
      {
        file: 'src/contract/adminSettings.ts',
        before: '  /** The sender of mails. */',
        added: '  office_city: z.nullable(requiredLine(limits.name)),\n',
      },
      {
        file: 'server/queries/accountSettings.ts',
        before: "  'share_requests',\n",
        added: "  'office_city',\n",
      },
      {
        file: 'server/db/migrate.ts',
        before: "import { migrateNile } from './nile/migrate.ts';",
        added: "import { up as officeCity } from './migrations/9999_office_city.ts';\n",
      },
      {
        file: 'server/db/migrate.ts',
        before: '};\n\n/** Migrates the tables.',
        added: "  '9999_office_city': { up: officeCity },\n",
      },
      {
        file: 'server/db/schema.ts',
        before: "  share_requests: Generated<'visitor' | 'organization'>;",
        added: '  office_city: Generated<string | null>;\n',
      },
      {
        file: 'docs/administration.md',
        before: '| `share_requests` |',
        added: '| `office_city` | none | the city of the office |\n',
      },
      {
        file: 'test/server/adminSettings.test.ts',
        before: "  share_requests: 'organization',",
        added: "  office_city: 'Lisbon',\n",
      },
    ],
  },
  {
    name: 'a variable of the environment',
    edits: [
      {
        file: 'server/start/environment.ts',
        before: '  LOG_LEVEL: z._default(',
        added: '  OFFICE_FLOOR: z.optional(count),\n',
      },
      {
        file: 'server/start/environment.ts',
        before: '  logLevel: string;\n}',
        added: '  officeFloor: number | undefined;\n',
      },
      {
        file: 'server/start/environment.ts',
        before: '    logLevel: LOG_LEVEL,',
        added: '    officeFloor: numberOf(result.data.OFFICE_FLOOR),\n',
      },
    ],
  },
  {
    name: 'a command of `support-server`',
    edits: [
      {
        file: 'server/start/program.ts',
        before: "import { identityCommands } from './commands/identity.ts';",
        added: "import { greet } from './commands/greet.ts';\n",
      },
      { file: 'server/start/program.ts', before: '  doctor,\n', added: '  greet,\n' },
    ],
  },
];
