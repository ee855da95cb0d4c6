import { useState } from 'preact/hooks';
import { Priority, TicketStatus } from '../../src/contract/ticket.ts';
import { Button } from '../../src/ui/Button.tsx';
import type { Inbox } from '../model/inbox.model.ts';
import type { Conditions } from '../model/savedFilters.model.ts';
import { priorityNames, statusNames } from '../words.ts';
import { Choice } from './Choice.tsx';
import type { Choices } from './InboxPage.tsx';
import * as css from './inbox.css.ts';
import { Problem } from './Table.tsx';

interface FilterPanelProps {
  inbox: Inbox;
  choices: Choices;
}

type Text = 'tag' | 'organization';

/** Adds conditions to the current list, and saves it under a name. */
export function FilterPanel({ inbox, choices }: FilterPanelProps) {
  const conditions = inbox.conditions.value;
  const [name, setName] = useState('');
  const shown = inbox.saved.find(inbox.filter.value);

  function change<Key extends keyof Conditions>(key: Key, value: Conditions[Key] | undefined) {
    const { [key]: _, ...others } = conditions;
    inbox.narrow(value === undefined ? others : { ...others, [key]: value });
  }
  const written = (key: Text, label: string) => (
    <TextCondition
      key={key}
      label={label}
      value={conditions[key] ?? ''}
      onChange={(value) => change(key, value || undefined)}
    />
  );

  return (
    <div class={css.panel}>
      <Choice
        label="Filter by status"
        value={conditions.status ?? ''}
        options={[
          ['', 'Any status'],
          ['unresolved', 'Not resolved'],
          ...TicketStatus.options.map((one) => [one, statusNames[one]] as const),
        ]}
        onChange={(value) =>
          change('status', value === 'unresolved' ? value : TicketStatus.safeParse(value).data)
        }
      />
      <Choice
        label="Filter by assignee"
        value={conditions.assignee ?? ''}
        options={[
          ['', 'Any assignee'],
          ['me', 'Me'],
          ['none', 'Unassigned'],
          ...choices.agents.map(({ id, name }) => [id, name] as const),
        ]}
        onChange={(value) => change('assignee', value || undefined)}
      />
      <Choice
        label="Filter by priority"
        value={conditions.priority ?? ''}
        options={[
          ['', 'Any priority'],
          ...Priority.options.map((one) => [one, priorityNames[one]] as const),
        ]}
        onChange={(value) => change('priority', Priority.safeParse(value).data)}
      />
      {written('tag', 'Tag')}
      {written('organization', 'Organization ID')}
      <div class={css.line}>
        <input
          class={css.input}
          aria-label="Filter name"
          placeholder="Filter name"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button
          size="small"
          onPress={async () => {
            if (name.trim() !== '' && (await inbox.saveAs(name.trim()))) setName('');
          }}
        >
          Save
        </Button>
      </div>
      <Problem text={inbox.saved.problem.value} />
      <div class={css.controls}>
        {Object.keys(conditions).length > 0 && (
          <Button size="small" onPress={() => inbox.narrow({})}>
            Clear
          </Button>
        )}
        {shown && (
          <Button size="small" onPress={() => void inbox.removeFilter(shown.id)}>
            {`Delete “${shown.name}”`}
          </Button>
        )}
      </div>
    </div>
  );
}

interface TextConditionProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Stores what is typed, because a list that is updated meanwhile would reset the field. */
function TextCondition({ label, value, onChange }: TextConditionProps) {
  const [text, setText] = useState<string | undefined>(undefined);
  return (
    <input
      class={css.input}
      aria-label={label}
      placeholder={label}
      value={text ?? value}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onChange={({ currentTarget }) => {
        setText(undefined);
        onChange(currentTarget.value.trim());
      }}
    />
  );
}
