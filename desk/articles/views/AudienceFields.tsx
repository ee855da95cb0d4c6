import { SelectField } from '../../../src/ui/SelectField.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import { Draft } from '../model/draft.ts';
import type { Editor } from '../model/editor.model.ts';
import * as css from './articles.css.ts';

const choices = [
  { value: 'everyone', label: 'Everyone' },
  { value: 'signed-in', label: 'Signed-in visitors' },
];
const asBefore = { value: '', label: 'As in its other languages' };
const Readers = Draft.shape.readers;

/** The visitors who can read the article, in all of its languages. */
export function AudienceFields({ editor }: { editor: Editor }) {
  const { readers, plans, roles } = editor.draft.value;
  const isNew = editor.article.value === undefined;
  return (
    <>
      <SelectField
        id="article-readers"
        label="Visible to"
        hint="Applies to all languages. Signed-in visitors have a token that your backend signed."
        value={readers}
        options={isNew ? [asBefore, ...choices] : choices}
        onChange={(value) => editor.write({ readers: Readers.parse(value) })}
      />
      {readers === 'signed-in' && (
        <div class={css.pair}>
          <TextField
            id="article-plans"
            label="Only with one of these plans"
            hint="Empty for every plan."
            value={plans}
            onInput={(value) => editor.write({ plans: value })}
          />
          <TextField
            id="article-roles"
            label="Only with one of these roles"
            hint="Empty for every role."
            value={roles}
            onInput={(value) => editor.write({ roles: value })}
          />
        </div>
      )}
    </>
  );
}
