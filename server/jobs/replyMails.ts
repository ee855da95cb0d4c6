import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { firstMailId, mailIdOf } from '../mail/addresses.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { replyMail } from '../mail/out/replyMail.ts';
import { readAttachments } from '../queries/attachments.ts';
import { claimUnreadReplies, listMailChain, nameMail } from '../queries/replyMails.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket } from '../queries/tickets.ts';
import type { ClaimedJob } from '../queue/jobs.ts';
import type { JobHandler } from '../queue/worker.ts';
import { mailCustomer } from './mailCustomer.ts';
import { storeSandboxMail } from './sandboxMail.ts';

/** Mails the team's replies that the visitor has not read, several in one mail. */
export function replyMails(
  db: Kysely<Schema>,
  mailer: Mailer,
): Record<'send_reply_mail', JobHandler> {
  return {
    async send_reply_mail({ id, tenantId, payload }: ClaimedJob) {
      const ticketId = payload.ticketId ?? '';
      const scope = { actor: 'worker', tenantId } as const;
      const { ticket, tenant, replies, files, chain } = await inScope(db, scope, async (trx) => {
        const replies = await claimUnreadReplies(trx, ticketId, id);
        const positions = replies.map(({ position }) => position);
        return {
          ticket: await findTicket(trx, ticketId),
          tenant: await readTenant(trx),
          replies,
          files: await readAttachments(trx, { ticketId, positions }),
          chain: await listMailChain(trx, ticketId),
        };
      });
      const last = replies.at(-1);
      // The replies were read in the widget in the meantime, or sent with an earlier mail.
      if (ticket === undefined || last === undefined) return;
      const names = [...files.values()].flat().map(({ name }) => name);
      const messageId = mailIdOf(last.id, tenant);
      const began = ticket.mail_id === null ? [] : [ticket.mail_id];
      const mail = {
        ...replyMail(ticket, tenant, replies, names),
        from: { name: tenant.name, address: tenant.mail_from },
        messageId,
        references: [...new Set([...began, firstMailId(ticket, tenant), ...chain])],
      };
      const about = { tenantId, ticketId };
      if (ticket.mode === 'test') await storeSandboxMail(db, about, mail);
      else await mailCustomer(db, mailer, about, mail);
      await inScope(db, scope, (trx) => nameMail(trx, replies, (reply) => mailIdOf(reply, tenant)));
    },
  };
}
