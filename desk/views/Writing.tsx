import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { writtenDirection } from '../../src/ui/writtenDirection.ts';
import * as css from './inbox.css.ts';
import * as own from './writing.css.ts';

/** Texts that can replace the word at the caret. */
export interface Completion {
  /** Accessible name of the list. */
  name: string;
  options: readonly {
    id: string;
    /** Can be typed to select it. */
    sign: string;
    name: string;
    choose(): void;
  }[];
}

interface WritingProps {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  isNote: boolean;
  completionAt: (text: string, caret: number) => Completion | undefined;
  onText: (text: string) => void;
  /** `isLast`: resolve the request as well. */
  onSend: (isLast: boolean) => void;
}

const listId = 'completions';
const optionId = (at: number) => `completion-${at}`;

/** The text field of a reply or note. A listbox opens below a word that can be completed. */
export function Writing({ field, text, isNote, completionAt, onText, onSend }: WritingProps) {
  /** Position of the caret while the list can be open. */
  const [caret, setCaret] = useState<number | undefined>(undefined);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const completion = caret === undefined ? undefined : completionAt(text, caret);
  const options = completion?.options ?? [];
  const isOpen = options.length > 0;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function openCompletions(): void {
    setCaret(field.current?.selectionStart);
    setActive(0);
  }

  function choose(at: number): void {
    setCaret(undefined);
    options[at]?.choose();
  }

  /** Returns true if the list handled the key. */
  function move(key: string): boolean {
    if (!isOpen) return false;
    if (key === 'ArrowDown') setActive((active + 1) % options.length);
    else if (key === 'ArrowUp') setActive((active - 1 + options.length) % options.length);
    else if (key === 'Enter' || key === 'Tab') choose(active);
    else if (key === 'Escape') setCaret(undefined);
    else return false;
    return true;
  }

  return (
    <div class={own.place}>
      <textarea
        ref={field}
        class={css.writing}
        aria-label={isNote ? 'Internal note' : 'Message'}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(active) : undefined}
        placeholder={
          isNote
            ? 'Only the team sees this. @ mentions an agent.'
            : 'Markdown works. / inserts a canned reply.'
        }
        dir={writtenDirection(text)}
        value={text}
        onInput={({ currentTarget }) => {
          onText(currentTarget.value);
          openCompletions();
        }}
        onClick={openCompletions}
        onBlur={() => setCaret(undefined)}
        onKeyDown={(event) => {
          const { key, ctrlKey, metaKey, shiftKey } = event;
          const isSending = key === 'Enter' && (ctrlKey || metaKey);
          if (isSending) onSend(shiftKey && !isNote);
          else if (key === 'Escape' && !isOpen) event.currentTarget.blur();
          else if (!move(key)) return;
          event.preventDefault();
        }}
      />
      {isOpen && (
        <div
          ref={list}
          id={listId}
          class={own.options}
          role="listbox"
          aria-label={completion?.name}
        >
          {options.map(({ id, sign, name }, at) => (
            <div
              key={id}
              id={optionId(at)}
              class={own.option}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              // The field keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(at);
              }}
            >
              <span class={own.sign}>{sign}</span> <bdi>{name}</bdi>
            </div>
          ))}
        </div>
      )}
      <span class={own.said} role="status">
        {isOpen ? `${completion?.name}: ${options.length}. Choose with the arrow keys.` : ''}
      </span>
    </div>
  );
}
