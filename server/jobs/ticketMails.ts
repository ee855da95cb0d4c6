import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { TicketJob } from '../events/ticketCreated.ts';
import { mailIdOf } from '../mail/addresses.ts';
import { confirmation } from '../mail/out/confirmation.ts';
import { escalationNotice } from '../mail/out/escalationNotice.ts';
import type { Mail, Mailer } from '../mail/out/mailer.ts';
import { slaNotice } from '../mail/out/slaNotice.ts';
import { teamNotice } from '../mail/out/teamNotice.ts';
import type { TicketMail } from '../mail/out/ticketMail.ts';
import { readTenant } from '../queries/tenants.ts';
import { findTicket } from '../queries/tickets.ts';
import type { ClaimedJob } from '../queue/jobs.ts';
import type { JobHandler } from '../queue/worker.ts';
import { mailCustomer } from './mailCustomer.ts';
import { storeSandboxMail } from './sandboxMail.ts';

/** Returns the handlers of jobs that send mails about a ticket. */
export function ticketMails(
  db: Kysely<Schema>,
  mailer: Mailer,
): Record<TicketJob | 'sla_alert_mail' | 'escalation_mail', JobHandler> {
  const mailing =
    (
      write: TicketMail,
      send: (job: ClaimedJob, mail: Mail) => Promise<void> = (_, mail) => mailer.send(mail),
    ): JobHandler =>
    async (job) => {
      const { ticket, tenant } = await read(db, job);
      // The ticket was deleted in the meantime, so the mail is no longer needed.
      if (ticket === undefined) return;
      const { name, mail_from: address } = tenant;
      const mail = {
        messageId: mailIdOf(job.id, tenant),
        ...write(ticket, tenant),
        from: { name, address },
      };
      if (ticket.mode === 'test') {
        await storeSandboxMail(db, { tenantId: job.tenantId, ticketId: ticket.id }, mail);
        return;
      }
      // Sent outside of a transaction, which would occupy a connection while it waits for a mail
      // server.
      await send(job, mail);
    };
  return {
    send_ticket_confirmation: mailing(confirmation, ({ tenantId, payload }, mail) =>
      mailCustomer(db, mailer, { tenantId, ticketId: payload.ticketId ?? '' }, mail),
    ),
    notify_support_team: mailing(teamNotice),
    sla_alert_mail: mailing(slaNotice),
    escalation_mail: mailing(escalationNotice),
  };
}

function read(db: Kysely<Schema>, { tenantId, payload }: ClaimedJob) {
  return inScope(db, { actor: 'worker', tenantId }, async (trx) => ({
    ticket: await findTicket(trx, payload.ticketId ?? ''),
    tenant: await readTenant(trx),
  }));
}
