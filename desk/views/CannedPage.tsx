import { useEffect, useState } from 'preact/hooks';
import type { CannedReply } from '../../src/contract/cannedReply.ts';
import { Button } from '../../src/ui/Button.tsx';
import type { Canned } from '../model/canned.model.ts';
import type { SignedIn } from '../model/session.model.ts';
import { CannedForm } from './CannedForm.tsx';
import * as css from './frame.css.ts';
import { Problem, Table } from './Table.tsx';

interface CannedPageProps {
  me: SignedIn;
  canned: Canned;
}

/** The canned replies of the account. Agents can read them, admins can change them. */
export function CannedPage({ me, canned }: CannedPageProps) {
  const replies = canned.replies.value;
  const draft = canned.draft.value;
  const mayEdit = me.role === 'admin' && me.mode === 'live';
  useEffect(() => void canned.load(), []);

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Canned replies</h2>
      <p class={css.muted}>
        Type / at the beginning of a line of a reply, then the shortcut.
        {!mayEdit && ' Admins add and change them, in live mode.'}
      </p>
      <Problem text={canned.problem.value} />
      {mayEdit && draft === undefined && (
        <p>
          <Button
            variant="primary"
            onPress={() => {
              canned.draft.value = { name: '', shortcut: '', text: '' };
            }}
          >
            New canned reply
          </Button>
        </p>
      )}
      {draft !== undefined && <CannedForm canned={canned} draft={draft} />}
      {replies?.length === 0 && <p class={css.muted}>There are no canned replies yet.</p>}
      {replies !== undefined && replies.length > 0 && (
        <Table columns={['Shortcut', 'Name', 'Text', ...(mayEdit ? ['Change'] : [])]}>
          {replies.map((reply) => (
            <Row key={reply.id} reply={reply} canned={canned} mayEdit={mayEdit} />
          ))}
        </Table>
      )}
    </main>
  );
}

interface RowProps {
  reply: CannedReply;
  canned: Canned;
  mayEdit: boolean;
}

function Row({ reply, canned, mayEdit }: RowProps) {
  const [isDeleting, setDeleting] = useState(false);
  const { id, name, shortcut, text } = reply;
  return (
    <tr>
      <td class={css.cell}>/{shortcut}</td>
      <td class={css.cell}>
        <bdi>{name}</bdi>
      </td>
      <td class={css.cell} dir="auto">
        <div class={css.lines}>{text}</div>
      </td>
      {mayEdit && (
        <td class={css.cell}>
          <div class={css.row}>
            <Button
              size="small"
              onPress={() => {
                canned.draft.value = { id, name, shortcut, text };
              }}
            >
              {`Edit ${name}`}
            </Button>
            {isDeleting ? (
              <>
                <Button size="small" onPress={() => void canned.remove(id)}>
                  Delete for good
                </Button>
                <Button size="small" onPress={() => setDeleting(false)}>
                  Keep it
                </Button>
              </>
            ) : (
              <Button size="small" onPress={() => setDeleting(true)}>
                {`Delete ${name}`}
              </Button>
            )}
          </div>
        </td>
      )}
    </tr>
  );
}
