import { useEffect, useState } from 'preact/hooks';
import { listRejectedMails, type RejectedMail } from '../../src/contract/receivedMail.ts';
import { sentenceOf } from '../api/failure.ts';
import type { SignedIn } from '../model/session.model.ts';
import { rejectionNames } from '../words.ts';
import { momentInWords } from './dates.ts';
import * as css from './frame.css.ts';
import { Problem, Table } from './Table.tsx';

/** Rejected e-mails with the reason. */
export function RejectedMails({ me }: { me: SignedIn }) {
  const [mails, setMails] = useState<readonly RejectedMail[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  useEffect(() => {
    me.api
      .call(listRejectedMails)
      .then((reply) => setMails(reply.mails))
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Rejected e-mails</h2>
      <p class={css.muted}>
        E-mails from the last 90 days that weren’t added to a request, newest first.
      </p>
      <Problem text={problem} />
      {mails?.length === 0 && <p class={css.muted}>No e-mails were rejected.</p>}
      {mails !== undefined && mails.length > 0 && (
        <Table
          columns={['Received', 'From', 'Mail', 'Reason']}
          rows={mails.map(({ id, received_at, from, subject, text, reason }) => ({
            key: id,
            cells: {
              Received: <span class={css.whole}>{momentInWords(received_at)}</span>,
              From: from,
              Mail: (
                <>
                  <strong dir="auto">{subject || 'No subject'}</strong>
                  <div dir="auto">{text.slice(0, 300)}</div>
                </>
              ),
              Reason: rejectionNames[reason],
            },
          }))}
        />
      )}
    </main>
  );
}
