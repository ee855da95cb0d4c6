import { useEffect, useRef, useState } from 'preact/hooks';
import type { CannedReply } from '../../src/contract/cannedReply.ts';
import { Button } from '../../src/ui/Button.tsx';
import * as css from './inbox.css.ts';

interface InsertCannedProps {
  canned: readonly CannedReply[] | undefined;
  problem: string | undefined;
  onInsert: (reply: CannedReply) => void;
  onClose: () => void;
}

/** Finds a canned reply by any of its words. */
export function InsertCanned({ canned, problem, onInsert, onClose }: InsertCannedProps) {
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const searchWords = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = canned?.filter(({ name, shortcut, text }) =>
    searchWords.every((word) => `${name} ${shortcut} ${text}`.toLowerCase().includes(word)),
  );

  return (
    <section class={css.popover} aria-label="Insert a canned reply">
      <input
        ref={field}
        class={css.input}
        type="search"
        aria-label="Search canned replies"
        placeholder="Search canned replies"
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      {problem !== undefined && <p role="alert">{problem}</p>}
      {canned?.length === 0 && (
        <p class={css.detail}>
          There are no canned replies yet. An admin adds them under Canned replies.
        </p>
      )}
      {canned !== undefined && canned.length > 0 && found?.length === 0 && (
        <p class={css.detail}>No canned reply matches.</p>
      )}
      <ul>
        {found?.map((reply) => (
          <li key={reply.id}>
            <Button variant="link" onPress={() => onInsert(reply)}>
              {`${reply.name} · /${reply.shortcut}`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
