import type { Notice } from '../ask/provider.ts';
import { mailIdOf } from '../mail/addresses.ts';
import type { Mail } from '../mail/out/mailer.ts';
import type { Tenant } from '../queries/tenants.ts';
import type { ClaimedJob } from '../queue/jobs.ts';

/** Renders a notification for the team as a mail. */
export function noticeMail({ id }: ClaimedJob, tenant: Tenant, notice: Notice): Mail {
  const facts = Object.entries(notice.facts).map(([name, value]) => `${name}: ${value}`);
  return {
    messageId: mailIdOf(id, tenant),
    from: { name: tenant.name, address: tenant.mail_from },
    to: { name: `${tenant.name} Support`, address: tenant.team_email },
    replyTo: { name: tenant.name, address: tenant.email },
    subject: notice.title,
    text: `${notice.text}\n\n${facts.join('\n')}`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
