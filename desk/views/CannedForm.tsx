import { useEffect, useRef } from 'preact/hooks';
import { limits } from '../../src/contract/limits.ts';
import { Button } from '../../src/ui/Button.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import type { Canned, CannedDraft } from '../model/canned.model.ts';
import { unknownIn, variables } from '../model/variables.ts';
import * as css from './frame.css.ts';

interface CannedFormProps {
  canned: Canned;
  draft: CannedDraft;
}

const maxLetters = 32;

/** The form in which an admin edits a canned reply. */
export function CannedForm({ canned, draft }: CannedFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const unknown = unknownIn(draft.text);
  useEffect(() => form.current?.querySelector('input')?.focus(), [draft.id]);
  const change = (part: Partial<CannedDraft>) => {
    canned.draft.value = { ...draft, ...part };
  };

  return (
    <form
      ref={form}
      class={css.fields}
      aria-label={draft.id === undefined ? 'New canned reply' : 'Canned reply'}
      onSubmit={(event) => {
        event.preventDefault();
        void canned.save();
      }}
    >
      <TextField
        id="canned-name"
        label="Name"
        value={draft.name}
        maxLength={limits.name}
        required
        onInput={(name) => change({ name })}
      />
      <TextField
        id="canned-shortcut"
        label="Shortcut"
        hint="Use lowercase letters, numbers and hyphens, without spaces."
        value={draft.shortcut}
        maxLength={maxLetters}
        required
        onInput={(shortcut) => change({ shortcut })}
      />
      <TextField
        id="canned-text"
        label="Text"
        multiline
        value={draft.text}
        maxLength={limits.message}
        required
        onInput={(text) => change({ text })}
      />
      {unknown.length > 0 && (
        <p class={css.problem} role="status">
          {`No such variable: ${unknown.join(', ')}. It will be sent as it is.`}
        </p>
      )}
      <p class={css.muted}>
        Markdown. {'{{customer.first_name|there}}'} is the first name, or “there” if the name is
        unknown. Variables: {Object.keys(variables).join(', ')}.
      </p>
      {canned.conflict.value !== undefined && (
        <p class={css.row}>
          <Button onPress={() => void canned.saveOver()}>
            {canned.conflict.value === 'deleted' ? 'Save mine as a new one' : 'Overwrite with mine'}
          </Button>
          <Button onPress={() => void canned.loadTheirs()}>
            {canned.conflict.value === 'deleted' ? 'Discard mine' : 'Discard mine and load theirs'}
          </Button>
        </p>
      )}
      <div class={css.row}>
        <Button type="submit" variant="primary" onPress={() => void canned.save()}>
          Save
        </Button>
        <Button onPress={canned.discard}>Discard</Button>
      </div>
    </form>
  );
}
