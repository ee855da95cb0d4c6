import * as z from 'zod/mini';
import { listRejectedMails, RejectedMail } from '../../src/contract/receivedMail.ts';
import { noInput, route } from '../http/route.ts';
import { listRejectedMails as readRejectedMails } from '../queries/receivedMails.ts';

const maxMails = 100;
const maxShownCharacters = 2_000;

export const listRejectedMailsRoute = route(
  { ...noInput, ...listRejectedMails },
  async ({ trx }) => {
    const found = await readRejectedMails(trx, maxMails);
    return {
      mails: found.map((mail) => ({
        id: mail.id,
        ticket_id: mail.ticket_id,
        from: mail.from_address,
        from_name: mail.from_name,
        to: mail.recipients,
        subject: mail.subject,
        text: mail.content.slice(0, maxShownCharacters),
        reason: z.parse(RejectedMail.shape.reason, mail.rejection),
        received_at: mail.created_at.toISOString(),
      })),
    };
  },
);
