import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { KeyMode } from '../../src/contract/role.ts';
import { InboundMail } from '../ask/inboundMail.ts';
import { StoredMailFiles } from '../attachments/mailFiles.ts';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { receiveMail } from '../mail/in/inbound.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Adds mails that providers have posted to their conversations. Their files are already stored. */
export function receivedMails(
  db: Kysely<Schema>,
  logger: Logger,
): Record<'receive_mail', JobHandler> {
  return {
    async receive_mail({ tenantId, payload }) {
      const mail = z.parse(InboundMail, JSON.parse(payload.mail ?? ''));
      const files = z.parse(
        StoredMailFiles,
        JSON.parse(payload.files ?? '{"ids":[],"rejected":[]}'),
      );
      const receiveFiles = async () => files;
      const mode = KeyMode.parse(payload.mode ?? 'live');
      const result = await receiveMail(db, mail, { within: tenantId, mode, receiveFiles });
      if (result.status === 'rejected') {
        logger.info({ tenantId, reason: result.reason }, 'Mail rejected; stored for the team');
      }
    },
  };
}
