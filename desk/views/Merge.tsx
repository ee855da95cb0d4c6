import { useEffect, useRef, useState } from 'preact/hooks';
import { type AgentTicketSummary, listAgentTickets } from '../../src/contract/agent.ts';
import { mergeTicket } from '../../src/contract/merge.ts';
import { Button } from '../../src/ui/Button.tsx';
import { sentenceOf } from '../api/failure.ts';
import { statusNames } from '../words.ts';
import * as own from './dialog.css.ts';
import * as css from './inbox.css.ts';
import type { RequestProps } from './Request.tsx';
import { Problem } from './Table.tsx';

/** The button that opens the dialog. */
export function Merge(props: RequestProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        Merge
      </Button>
      {isOpen && <MergeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Lets the agent choose the request to merge this one into, and explains the consequences. */
function MergeDialog({ ticket, me, inbox, onClose }: RequestProps & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [others, setOthers] = useState<readonly AgentTicketSummary[]>([]);
  const [into, setInto] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const { id, ticket_number: number, customerEmail, organization } = ticket;
  const chosen = others.find((one) => one.ticket_number === into.trim().toUpperCase());

  useEffect(() => {
    dialog.current?.showModal();
    me.api
      .call(listAgentTickets, { query: { search: customerEmail } })
      .then(({ tickets }) =>
        setOthers(
          tickets.filter(
            (one) =>
              one.id !== id &&
              one.customerEmail.toLowerCase() === customerEmail.toLowerCase() &&
              one.organization?.id === organization?.id,
          ),
        ),
      )
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  async function merge(): Promise<void> {
    if (into.trim() === '') {
      setProblem('Choose a request, or enter its number.');
      return;
    }
    setBusy(true);
    try {
      const body = { into: into.trim() };
      const merged = await me.api.call(mergeTicket, { params: { id }, body });
      dialog.current?.close();
      await inbox.openTicket(merged.id);
      await inbox.load('change');
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  }

  return (
    <dialog ref={dialog} class={own.dialog} aria-labelledby="merge" onClose={onClose}>
      <h2 class={css.title} id="merge">
        {`Merge ${number} into another request`}
      </h2>
      <p>
        {`All messages, notes and files of ${number} move into the other request, in chronological order. The customer sees one conversation. Replies to e-mails about ${number} arrive there. ${number} disappears from every list. You can’t undo this.`}
      </p>
      <input
        class={css.input}
        aria-label="Number of the other request"
        placeholder="Number of the other request"
        value={into}
        onInput={({ currentTarget }) => setInto(currentTarget.value)}
      />
      <ul class={own.choices}>
        {others.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              class={own.chosen}
              aria-pressed={one === chosen}
              onClick={() => setInto(one.ticket_number)}
            >
              {one.ticket_number} · <bdi>{one.subject}</bdi>{' '}
              <span class={css.term}>{statusNames[one.status]}</span>
            </button>
          </li>
        ))}
      </ul>
      {others.length === 0 && (
        <p class={css.term}>{`No other request from ${customerEmail} was found.`}</p>
      )}
      {chosen && !chosen.verified && (
        <p class={css.others}>
          {`${chosen.ticket_number} is not verified. Its author will also see these messages, on the device that it came from.`}
        </p>
      )}
      <Problem text={problem} />
      <div class={css.controls}>
        <Button variant="primary" busy={isBusy} onPress={() => void merge()}>
          Merge
        </Button>
        <Button onPress={() => dialog.current?.close()}>Cancel</Button>
      </div>
    </dialog>
  );
}
