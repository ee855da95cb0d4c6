import { useEffect, useRef, useState } from 'preact/hooks';
import type { CannedReply } from '../../src/contract/cannedReply.ts';
import { Button } from '../../src/ui/Button.tsx';
import type { Canned } from '../model/canned.model.ts';
import type { SignedIn } from '../model/session.model.ts';
import { CannedForm } from './CannedForm.tsx';
import * as css from './frame.css.ts';
import { OnlyRead } from './OnlyRead.tsx';
import { Problem, Table } from './Table.tsx';

const columns = ['Shortcut', 'Name', 'Text'] as const;

interface CannedPageProps {
  me: SignedIn;
  canned: Canned;
}

/** The canned replies of the account. Agents can read them, admins can change them. */
export function CannedPage({ me, canned }: CannedPageProps) {
  const replies = canned.replies.value;
  const draft = canned.draft.value;
  const canEdit = me.role === 'admin' && me.mode === 'live';
  useEffect(() => void canned.load(), []);

  // The form takes the focus, which its end would drop.
  const start = useRef<HTMLParagraphElement>(null);
  const isWriting = draft !== undefined;
  const wasWriting = useRef(isWriting);
  useEffect(() => {
    if (wasWriting.current && !isWriting) start.current?.querySelector('button')?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Canned replies</h2>
      <p class={css.muted}>
        Type / at the beginning of a line of a reply, then the shortcut.
        {!canEdit && ' Admins can add and edit them in live mode.'}
      </p>
      <Problem text={canned.problem.value} />
      {canEdit && !isWriting && (
        <p ref={start}>
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
        <Table
          columns={canEdit ? [...columns, 'Change'] : columns}
          rows={replies.map((reply) => ({
            key: reply.id,
            cells: {
              Shortcut: <span class={css.whole}>/{reply.shortcut}</span>,
              Name: <bdi>{reply.name}</bdi>,
              Text: (
                <div class={css.lines} dir="auto">
                  {reply.text}
                </div>
              ),
              Change: <Change reply={reply} canned={canned} />,
            },
          }))}
        />
      )}
    </main>
  );
}

interface ChangeProps {
  reply: CannedReply;
  canned: Canned;
}

function Change({ reply, canned }: ChangeProps) {
  const [isDeleting, setDeleting] = useState(false);
  const { id, name } = reply;
  return (
    <div class={css.row}>
      <Button size="small" onPress={() => canned.edit(reply)}>
        Edit
        <OnlyRead>{name}</OnlyRead>
      </Button>
      {isDeleting ? (
        <>
          <Button size="small" onPress={() => void canned.remove(id)}>
            Delete permanently
          </Button>
          <Button size="small" onPress={() => setDeleting(false)}>
            Cancel
          </Button>
        </>
      ) : (
        <Button size="small" onPress={() => setDeleting(true)}>
          Delete
          <OnlyRead>{name}</OnlyRead>
        </Button>
      )}
    </div>
  );
}
