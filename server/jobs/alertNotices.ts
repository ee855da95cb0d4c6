import type { Kysely } from 'kysely';
import type { Notice } from '../ask/provider.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import type { Mailer } from '../mail/out/mailer.ts';
import { findStoredIntegration } from '../queries/integrations.ts';
import { readTenant } from '../queries/tenants.ts';
import type { ClaimedJob } from '../queue/jobs.ts';
import type { JobHandler } from '../queue/worker.ts';
import { noticeMail } from './noticeMail.ts';
import { type ChatTools, notifyChat } from './notifyChat.ts';

async function read(db: Kysely<Schema>, { tenantId, payload }: ClaimedJob) {
  return inScope(db, { actor: 'worker', tenantId }, async (trx) => {
    const tenant = await readTenant(trx);
    const alert = await trx
      .selectFrom('integration_alerts')
      .selectAll()
      .where('tenant_id', '=', ofTenant)
      .where('id', '=', payload.alertId ?? '')
      .executeTakeFirst();
    const integration = alert && (await findStoredIntegration(trx, alert.integration_id));
    const chat = payload.chatId ? await findStoredIntegration(trx, payload.chatId) : undefined;
    if (alert === undefined || integration === undefined) return undefined;
    const isOver = payload.change === 'resolved';
    const notice: Notice = {
      title: isOver
        ? `${integration.name} is working again`
        : `${integration.name} needs attention`,
      text: isOver ? `Resolved: ${alert.message}` : alert.message,
      facts: {
        Integration: integration.name,
        Alert: alert.type,
        Severity: alert.severity,
        Since: alert.raised_at.toISOString(),
      },
    };
    return { tenant, integration, chat, notice };
  });
}

/** Mails the team about an alert of an integration, and about its end. */
export function alertMails(db: Kysely<Schema>, mailer: Mailer): Record<'mail_alert', JobHandler> {
  return {
    async mail_alert(job) {
      const found = await read(db, job);
      if (found === undefined) return; // it was deleted in the meantime
      const { tenant, notice } = found;
      await mailer.send(noticeMail(job, tenant, notice));
    },
  };
}

/** Notifies the team in Slack or Teams. */
export function alertChats(db: Kysely<Schema>, tools: ChatTools): Record<'chat_alert', JobHandler> {
  return {
    async chat_alert(job) {
      const { chat, notice, integration } = (await read(db, job)) ?? {};
      // The chat was deleted in the meantime, or the alert is about the chat itself.
      if (chat === undefined || notice === undefined || chat.id === integration?.id) return;
      await notifyChat(chat, job.tenantId, notice, tools);
    },
  };
}
