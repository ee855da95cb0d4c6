import type { Recipe } from './recipe.ts';

/** Recipes for external systems. */
export const providerRecipes: readonly Recipe[] = [
  {
    name: 'a provider',
    edits: [
      {
        file: 'server/providers/index.ts',
        before: "import { algolia } from './algolia.ts';",
        added: "import { acme } from './acme.ts';\n",
      },
      { file: 'server/providers/index.ts', before: '  algolia,\n', added: '  acme,\n' },
      {
        file: 'src/integrations/systems.ts',
        before: "      ['auth0',",
        added: "      ['acme', 'Acme', 'docs.acme.example', 'health', 'webhook'],\n",
      },
      {
        file: 'test/server/support/providerCases.ts',
        before: '  ...moreProviderCases,\n',
        added: `  {
    id: 'acme',
    credentials: { api_token: 'token-1' },
    key: 'api_token',
    path: '/v1/me',
    headers: bearer('token-1'),
    good: { id: '1' },
  },\n`,
      },
    ],
  },
  {
    name: 'a system of the demo',
    edits: [
      {
        file: 'demo/server/standIns.ts',
        before: '  hubspot: { portalId: 4_711 },\n',
        added: "  acme: { id: '1' },\n",
      },
      {
        file: 'demo/server/integrations.ts',
        before: '  hubspot: { access_token: endedToken },\n',
        added: "  acme: { api_token: 'demo' },\n",
      },
    ],
  },
  {
    name: 'a help desk',
    edits: [
      {
        file: 'docs/help-desks.md',
        before: '| GitHub issues | comments',
        added: '| Acme | replies | webhook | no |\n',
      },
    ],
  },
  {
    name: 'a provider of mail',
    edits: [
      {
        file: 'server/mail/out/openMailer.ts',
        before: "import { createFailover } from './failover.ts';",
        added: "import { type AcmeMailOptions, createAcmeMailer } from './acmeMail.ts';\n",
      },
      { file: 'server/mail/out/openMailer.ts', before: "'smtp'] as const", added: "'acme', " },
      {
        file: 'server/mail/out/openMailer.ts',
        before: '  /** The providers to use, in order.',
        added: '  acme?: AcmeMailOptions | undefined;\n',
      },
      {
        file: 'server/mail/out/openMailer.ts',
        before: 'mailgun, sendgrid, mailOrder',
        added: 'acme, ',
      },
      {
        file: 'server/mail/out/openMailer.ts',
        before: '    smtp: () =>',
        added: '    acme: () => acme && createAcmeMailer(acme),\n',
      },
      {
        file: 'server/start/mailEnvironment.ts',
        before: '  SENDGRID_API_KEY: text,\n',
        added: '  ACME_API_TOKEN: text,\n  ACME_BASE_URL: http,\n',
      },
      {
        file: 'server/start/mailEnvironment.ts',
        before: '    ...(sendgridKey !== undefined && {',
        added: `    ...(variables.ACME_API_TOKEN !== undefined && {
      acme: { apiToken: variables.ACME_API_TOKEN, baseUrl: variables.ACME_BASE_URL },
    }),\n`,
      },
      {
        file: 'server/start/mailEnvironment.ts',
        before: 'sendgrid: options.sendgrid, smtp: smtpUrl }',
        added: 'acme: options.acme, ',
      },
      {
        file: 'test/server/support/mailProviders.ts',
        before: '/** https://documentation.mailgun.com',
        added: `export function startAcmeMail(apiToken: string): Promise<MailProvider> {
  return start(({ headers, body }) => {
    if (headers.authorization !== \`Bearer \${apiToken}\`) return { status: 401 };
    const { reply_to: replyTo, ...mail } = JSON.parse(body);
    return { mail: { ...mail, replyTo }, response: { status: 200, body: { id: '1' } } };
  });
}\n\n`,
      },
    ],
  },
];
