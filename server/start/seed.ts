import type { Insertable, Kysely } from 'kysely';
import type { CustomField, HelpLink } from '../../src/contract/config.ts';
import type { Routing } from '../../src/contract/routing.ts';
import { digest } from '../base/digest.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import { provisionAccount } from '../db/isolation.ts';
import type { Schema, TenantsTable } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { claimDomain } from '../queries/accountSettings.ts';
import { saveAgent } from '../queries/managedAgents.ts';
import { noteOnServer } from './operatorAudit.ts';
import { proactive } from './seedProactive.ts';

/** An account of the demo with its keys, which are public. */
export interface DemoAccount {
  tenantId: string;
  publishableKey: string;
  secretKey: string;
  identitySecret: string;
}

export const demo = {
  tenantId: '00000000-0000-4000-8000-00000000de30',
  publishableKey: 'pk_test_demo',
  secretKey: 'sk_test_demo',
  identitySecret: 'identity secret of the demo, which is no secret',
  inboundDomain: 'in.penguinmails.example',
} as const;

/** The agent of the demo. It is an admin, so that the demo's pages can set up webhooks. */
export const demoAgent = { name: 'Marta Klein', email: 'marta@penguinmails.com' } as const;

/** A second account. It must see no data of the first one. */
export const glacier = {
  tenantId: '00000000-0000-4000-8000-00000000de31',
  publishableKey: 'pk_test_glacier',
  secretKey: 'sk_test_glacier',
  identitySecret: 'identity secret of Glacier Mail, which is no secret',
} as const satisfies DemoAccount;

const help = 'https://help.penguinmails.com';
const links: HelpLink[] = [
  {
    name: 'Knowledge Base',
    url: `${help}/knowledge-base`,
    category: 'self-service',
    icon: 'BookOpenIcon',
  },
  { name: 'Support', url: `${help}/support`, category: 'contact', icon: 'SupportIcon' },
  {
    name: 'Video Tutorials',
    url: `${help}/video-tutorials`,
    category: 'learning',
    icon: 'PlayIcon',
  },
  { name: 'Glossary', url: `${help}/glossary`, category: 'reference', icon: 'GlossaryIcon' },
  {
    name: 'Our Services',
    url: `${help}/our-services`,
    category: 'information',
    icon: 'ServiceIcon',
  },
];

const fields: CustomField[] = [
  {
    id: 'affected_area',
    label: 'Which part is affected?',
    type: 'select',
    required: false,
    options: [
      { value: 'campaigns', label: 'Campaigns' },
      { value: 'inboxes', label: 'Inboxes' },
      { value: 'domains', label: 'Domains' },
      { value: 'reports', label: 'Reports' },
    ],
  },
];

const routing: Routing = {
  queues: [
    { id: 'priority', name: 'Priority', business_hours: null },
    { id: 'billing', name: 'Billing' },
    { id: 'deliverability', name: 'Deliverability' },
  ],
  rules: [
    { priority: ['critical'], queue: 'priority', tags: ['urgent'] },
    { tier: ['enterprise'], queue: 'priority', tags: ['enterprise'] },
    { category: ['billing'], queue: 'billing' },
    { category: ['deliverability', 'technical'], queue: 'deliverability' },
    { language: ['es'], tags: ['spanish'] },
  ],
};

/** Settings that the demo's pages need. An older data folder gets them at the next start. */
const origins = { allowed_origins: ['http://localhost:*', 'http://127.0.0.1:*'] };
const settings = {
  ...origins,
  connect_by: 'visitor' as const,
  help_center: true,
  written_answers: true,
  show_team: 'people' as const,
  inbound_domain: demo.inboundDomain,
  email_channel: true,
  identity_secrets: [demo.identitySecret],
  reply_mail_delay: 20,
};

/** Creates the demo's accounts, or updates them. Other changes to them stay. */
export async function seedDemo(db: Kysely<Schema>): Promise<void> {
  const rules = [{ priority: 'critical' as const, minutes: 60 }];
  await seedAccount(db, demo, {
    name: 'PenguinMails',
    ...addressesAt('penguinmails.com'),
    links: JSON.stringify(links),
    categories: null,
    fields: JSON.stringify(fields),
    first_response: JSON.stringify({ ...defaultFirstResponse, rules }),
    routing: JSON.stringify(routing),
    proactive: JSON.stringify(proactive),
    ...settings,
  });
  await seedAccount(db, glacier, {
    name: 'Glacier Mail',
    ...addressesAt('glaciermail.example'),
    ticket_prefix: 'GM',
    links: '[]',
    categories: null,
    fields: '[]',
    first_response: JSON.stringify(defaultFirstResponse),
    ...origins,
    identity_secrets: [glacier.identitySecret],
    share_requests: 'organization',
  });
}

function addressesAt(domain: string) {
  const support = `support@${domain}`;
  return { email: support, mail_from: support, team_email: `team@${domain}` };
}

type AccountSettings = Omit<Insertable<TenantsTable>, 'id'>;

function seedAccount(
  db: Kysely<Schema>,
  { tenantId, publishableKey, secretKey }: DemoAccount,
  { name, email, mail_from, team_email, ...otherSettings }: AccountSettings,
): Promise<void> {
  return inScope(db, { actor: 'operator', tenantId }, async (trx) => {
    const { links, categories, fields, first_response, routing, ...columns } = otherSettings;
    await provisionAccount(trx, { id: tenantId, name });
    await trx
      .insertInto('tenants')
      .values({ id: tenantId, name, email, mail_from, team_email, ...otherSettings })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
    await trx
      .insertInto('ticket_counters')
      .values({ tenant_id: tenantId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto('api_keys')
      .values([
        { hash: digest(publishableKey), tenant_id: tenantId, kind: 'publishable' },
        { hash: digest(secretKey), tenant_id: tenantId, kind: 'secret' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (columns.inbound_domain) await claimDomain(trx, columns.inbound_domain);
    await saveAgent(trx, { ...demoAgent, role: 'admin' });
  });
}

/** Like `seedDemo`, for the command: it also adds an entry to the operator's log. */
export async function seedByCommand(db: Kysely<Schema>): Promise<void> {
  await seedDemo(db);
  await noteOnServer(db, { action: 'seed' });
}
