import { useEffect, useState } from 'preact/hooks';
import { type AuditEntry, listAudit } from '../../src/contract/audit.ts';
import { Button } from '../../src/ui/Button.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import { sentenceOf } from '../api/failure.ts';
import { type Change, changesOf } from '../model/changes.ts';
import type { SignedIn } from '../model/session.model.ts';
import { momentInWords } from './dates.ts';
import * as css from './frame.css.ts';
import { Problem, Table } from './Table.tsx';

/** The audit log of the account, newest first. */
export function AuditPage({ me }: { me: SignedIn }) {
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [cursor, setCursor] = useState<string | null>(null);
  const [action, setAction] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function load(from: string | null): Promise<void> {
    try {
      const query = { action: action.trim() || undefined, cursor: from ?? undefined };
      const page = await me.api.call(listAudit, { query });
      setEntries(from === null ? page.entries : [...entries, ...page.entries]);
      setCursor(page.next_cursor);
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }
  useEffect(() => void load(null), []);

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Audit log</h2>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void load(null);
        }}
      >
        <TextField id="action" label="Action starts with" value={action} onInput={setAction} />
        <Button type="submit" onPress={() => void load(null)}>
          Filter
        </Button>
      </form>
      <Problem text={problem} />
      <Table
        columns={['When', 'Who', 'Action', 'Target', 'Changes']}
        rows={entries.map((entry) => ({ key: entry.id, cells: cellsOf(entry) }))}
      />
      {entries.length === 0 && problem === undefined && <p class={css.muted}>No entries found.</p>}
      {cursor !== null && <Button onPress={() => void load(cursor)}>Older entries</Button>}
    </main>
  );
}

function cellsOf({ at, actor, actor_name, action, target, before, after }: AuditEntry) {
  const changes = changesOf(before, after);
  return {
    When: <span class={css.whole}>{momentInWords(at)}</span>,
    Who: <span dir="auto">{actor_name ? `${actor_name} (${actor})` : actor}</span>,
    Action: <Breakable text={action} />,
    Target: target ?? '',
    Changes: changes.length === 0 ? '' : <Changes changes={changes} />,
  };
}

/** Breaks lines after slashes, so that names of a path stay whole. */
function Breakable({ text }: { text: string }) {
  return text.split('/').map((part, at) => (
    <>
      {at > 0 && '/'}
      {at > 0 && <wbr />}
      {part}
    </>
  ));
}

function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul class={css.changes}>
      {changes.map(({ name, from, to }) => (
        <li key={name}>
          {`${name}: `}
          <bdi>{from}</bdi>
          {from !== undefined && to !== undefined && ' → '}
          <bdi>{to}</bdi>
        </li>
      ))}
    </ul>
  );
}
