import { Paperclip, X } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../src/ui/Button.tsx';
import { CheckboxField } from '../../src/ui/CheckboxField.tsx';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { writtenDirection } from '../../src/ui/writtenDirection.ts';
import { InsertArticle } from './InsertArticle.tsx';
import * as css from './inbox.css.ts';
import type { RequestProps } from './Request.tsx';

/** Where an agent writes a reply or a note. */
export function Reply({ ticket: { id }, me, replies }: RequestProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const [isInserting, setInserting] = useState(false);
  const { text, isNote } = replies.draftOf(id);
  const files = replies.filesOf(id);
  const isSending = replies.isSending.value;
  if (me.role === 'viewer') return null;

  const send = (isLast: boolean) => void replies.send(id, isLast);

  function insert(words: string): void {
    setInserting(false);
    replies.write(id, { text: text === '' ? words : `${text.trimEnd()}\n\n${words}` });
    field.current?.focus();
  }

  return (
    <section class={`${css.reply} ${isNote ? css.noting : ''}`} aria-label="Reply">
      {isInserting && (
        <InsertArticle me={me} onInsert={insert} onClose={() => setInserting(false)} />
      )}
      <textarea
        ref={field}
        class={css.writing}
        aria-label={isNote ? 'Internal note' : 'Message'}
        placeholder={
          isNote ? 'Only the team sees this.' : 'Markdown works: **bold**, lists, links.'
        }
        dir={writtenDirection(text)}
        value={text}
        onInput={({ currentTarget }) => replies.write(id, { text: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send(event.shiftKey && !isNote);
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {files.length > 0 && (
        <ul class={css.controls}>
          {files.map((file) => (
            <li key={file.id} class={css.line}>
              <bdi>{file.name}</bdi>
              <IconButton
                icon={X}
                label={`Remove ${file.name}`}
                onPress={() => {
                  replies.detach(id, file.id);
                  field.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
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
        <Button size="small" onPress={() => setInserting(!isInserting)}>
          Insert article
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
