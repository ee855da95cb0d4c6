import { Paperclip } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CannedReply } from '../../src/contract/cannedReply.ts';
import { Button } from '../../src/ui/Button.tsx';
import { CheckboxField } from '../../src/ui/CheckboxField.tsx';
import { agentsFor, mentionAt } from '../model/mention.ts';
import { cannedFor, slashAt } from '../model/slash.ts';
import { fillIn, unfilledIn, valuesOf } from '../model/variables.ts';
import { DraftFiles } from './DraftFiles.tsx';
import { InsertArticle } from './InsertArticle.tsx';
import { InsertCanned } from './InsertCanned.tsx';
import * as css from './inbox.css.ts';
import type { RequestProps } from './Request.tsx';
import { Unfilled } from './Unfilled.tsx';
import { type Completion, Writing } from './Writing.tsx';

/** The field in which an agent writes a reply or a note. */
export function Reply({ ticket, me, replies, canned, presence, choices }: RequestProps) {
  const { id } = ticket;
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [inserting, setInserting] = useState<'article' | 'canned' | undefined>(undefined);
  /** Set if Send was pressed while variables are left. `isLast`: resolve the request as well. */
  const [unsent, setAsked] = useState<{ isLast: boolean } | undefined>(undefined);
  const { text, isNote } = replies.draftOf(id);
  const isSending = replies.isSending.value;
  const left = unfilledIn(text);

  useEffect(() => {
    if (me.role !== 'viewer') void canned.load();
  }, []);
  if (me.role === 'viewer') return null;

  function send(isLast: boolean, isSure = false): void {
    const isAsking = left.length > 0 && !isNote && !isSure;
    setAsked(isAsking ? { isLast } : undefined);
    if (!isAsking) void replies.send(id, isLast);
  }

  /**
   * Replaces a range of characters by text, and moves the caret behind it. The end of the range is
   * not included.
   */
  function put(words: string, from: number, to: number): void {
    setInserting(undefined);
    replies.write(id, { text: text.slice(0, from) + words + text.slice(to) });
    const caret = from + words.length;
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  }

  function append(words: string): void {
    const before = text === '' ? '' : `${text.trimEnd()}\n\n`;
    put(before + words, 0, text.length);
  }

  const filled = (reply: CannedReply) => fillIn(reply.text, valuesOf(ticket, me.agent));

  function completionAt(words: string, caret: number): Completion | undefined {
    const mention = isNote ? mentionAt(words, caret) : undefined;
    if (mention !== undefined) {
      const agents = agentsFor(choices.agents, mention.word).map(({ id: agent, name, email }) => ({
        ...{ id: agent, sign: `@${name}`, name: email },
        choose: () => put(`@${name} `, mention.from, caret),
      }));
      return { name: 'Agents', options: agents };
    }
    const slash = slashAt(words, caret);
    if (slash === undefined) return undefined;
    const options = cannedFor(canned.replies.value ?? [], slash.word).map((reply) => ({
      id: reply.id,
      sign: `/${reply.shortcut}`,
      name: reply.name,
      choose: () => put(filled(reply), slash.from, caret),
    }));
    return { name: 'Canned replies', options };
  }

  return (
    <section class={`${css.reply} ${isNote ? css.noting : ''}`} aria-label="Reply">
      {inserting === 'article' && (
        <InsertArticle
          me={me}
          locale={ticket.context.locale ?? 'en'}
          onInsert={append}
          onClose={() => setInserting(undefined)}
        />
      )}
      {inserting === 'canned' && (
        <InsertCanned
          canned={canned.replies.value}
          problem={canned.problem.value}
          onInsert={(reply) => append(filled(reply))}
          onClose={() => {
            setInserting(undefined);
            field.current?.focus();
          }}
        />
      )}
      <Writing
        field={field}
        text={text}
        isNote={isNote}
        onText={(next) => {
          replies.write(id, { text: next });
          if (!isNote) presence.type();
        }}
        completionAt={completionAt}
        onSend={send}
      />
      <Unfilled
        left={isNote ? [] : left}
        isAsked={unsent !== undefined}
        onSelect={({ from, to }) => {
          field.current?.focus();
          field.current?.setSelectionRange(from, to);
        }}
        onSendAnyway={() => send(unsent?.isLast ?? false, true)}
      />
      <DraftFiles
        files={replies.filesOf(id)}
        onRemove={(file) => {
          replies.detach(id, file);
          field.current?.focus();
        }}
      />
      <div class={css.controls}>
        <CheckboxField
          id="note"
          label="Internal note"
          checked={isNote}
          onChange={(on) => replies.write(id, { isNote: on })}
        />
        <Button size="small" icon={Paperclip} onPress={() => picker.current?.click()}>
          Attach
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files"
          onChange={({ currentTarget }) => {
            void replies.attach(id, [...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <Button
          size="small"
          onPress={() => setInserting(inserting === 'article' ? undefined : 'article')}
        >
          Insert article
        </Button>
        <Button
          size="small"
          onPress={() => setInserting(inserting === 'canned' ? undefined : 'canned')}
        >
          Canned reply
        </Button>
        <span class={css.push} />
        {!isNote && (
          <Button size="small" busy={isSending} onPress={() => send(true)}>
            Send and resolve
          </Button>
        )}
        <Button size="small" variant="primary" busy={isSending} onPress={() => send(false)}>
          {isNote ? 'Add note' : 'Send'}
        </Button>
      </div>
    </section>
  );
}
