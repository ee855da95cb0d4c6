import { listSandboxMails } from '../../src/contract/sandbox.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { listStoredSandboxMails } from '../queries/sandboxMails.ts';

/** Maximum number of mails in a list, newest first. */
const maxListedMails = 100;

export const listSandboxMailsRoute = asOneStatement(
  route({ ...noInput, ...listSandboxMails }, async ({ trx }) => {
    const mails = await listStoredSandboxMails(trx, maxListedMails);
    return {
      mails: mails.map(({ created_at, ...mail }) => ({
        ...mail,
        created_at: created_at.toISOString(),
      })),
    };
  }),
);
