import type { Kysely } from 'kysely';
import type { CustomField, HelpLink } from '../../src/contract/config.ts';
import { digest } from '../base/digest.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

/** The tenant of the demo and its keys, which are no secret. */
export const demo = {
  tenantId: '00000000-0000-4000-8000-00000000de30',
  publishableKey: 'pk_test_demo',
  secretKey: 'sk_test_demo',
  identitySecret: 'identity secret of the demo, which is no secret',
} as const;

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

/** What the demo's pages count on; an older folder of data gets it with the next start. */
const settings = {
  allowed_origins: ['http://localhost:*', 'http://127.0.0.1:*'],
  connect_by: 'visitor' as const,
  inbound_domain: 'in.penguinmails.example',
  identity_secrets: [demo.identitySecret],
  reply_mail_delay: 20,
};

/** Adds the demo's tenant, or brings it up to date: what else was changed since stays. */
export async function seedDemo(db: Kysely<Schema>): Promise<void> {
  const { tenantId, publishableKey, secretKey } = demo;
  await inScope(db, { actor: 'operator', tenantId }, async (trx) => {
    await trx
      .insertInto('tenants')
      .values({
        id: tenantId,
        name: 'PenguinMails',
        email: 'support@penguinmails.com',
        mail_from: 'support@penguinmails.com',
        team_email: 'team@penguinmails.com',
        links: JSON.stringify(links),
        categories: null,
        fields: JSON.stringify(fields),
        first_response: JSON.stringify({
          ...defaultFirstResponse,
          rules: [{ priority: 'critical', minutes: 60 }],
        }),
        ...settings,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
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
  });
}
