import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { mailIdOf } from '../mail/addresses.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { rejectionNotice } from '../mail/out/rejectionNotice.ts';
import { readTenant } from '../queries/tenants.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Sends the notices to people whose mail was rejected or unreadable. */
export function rejectionNotices(
  db: Kysely<Schema>,
  mailer: Mailer,
): Record<'send_not_taken_notice', JobHandler> {
  return {
    async send_not_taken_notice({ id, tenantId, payload }) {
      const tenant = await inScope(db, { actor: 'worker', tenantId }, readTenant);
      const { sender = '', mailId = '', language, unread, replyTo = '' } = payload;
      const isUnread = unread !== undefined;
      await mailer.send({
        ...rejectionNotice(tenant, { sender, mailId, language, isUnread, replyTo }),
        messageId: mailIdOf(id, tenant),
        from: { name: tenant.name, address: tenant.mail_from },
      });
    },
  };
}
