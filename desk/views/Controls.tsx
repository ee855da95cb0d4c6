import { useState } from 'preact/hooks';
import { Priority, TicketStatus } from '../../src/contract/ticket.ts';
import { Button } from '../../src/ui/Button.tsx';
import { priorityNames, statusNames } from '../words.ts';
import { Choice } from './Choice.tsx';
import * as css from './inbox.css.ts';
import { Merge } from './Merge.tsx';
import type { RequestProps } from './Request.tsx';
import { Snooze } from './Snooze.tsx';

/** The fields of a request that an agent can change. */
export function Controls(props: RequestProps) {
  const { ticket, choices, inbox, me } = props;
  if (me.role === 'viewer') {
    return <p class={css.detail}>{statusNames[ticket.status]} · read only</p>;
  }
  const agents = choices.agents.map(({ id, name }) => [id, name] as const);
  return (
    <div class={css.controls}>
      <Choice
        label="Status"
        value={ticket.status}
        options={TicketStatus.options.map((status) => [status, statusNames[status]])}
        onChange={(status) => void inbox.change({ status: TicketStatus.parse(status) })}
      />
      <Choice
        label="Priority"
        value={ticket.priority}
        options={Priority.options.map((priority) => [priority, priorityNames[priority]])}
        onChange={(priority) => void inbox.change({ priority: Priority.parse(priority) })}
      />
      {choices.queues.length > 0 && (
        <Choice
          label="Queue"
          value={ticket.queue ?? ''}
          options={[['', 'No queue'], ...choices.queues.map(({ id, name }) => [id, name] as const)]}
          onChange={(queue) => void inbox.change({ queue: queue || null })}
        />
      )}
      <Choice
        label="Assignee"
        value={ticket.assignee?.id ?? ''}
        options={[['', 'Unassigned'], ...agents]}
        onChange={(assignee) => void inbox.change({ assignee: assignee || null })}
      />
      {ticket.assignee?.id !== me.agent.id && (
        <Button size="small" onPress={() => void inbox.change({ assignee: me.agent.id })}>
          Assign to me
        </Button>
      )}
      <Snooze {...props} />
      <Merge {...props} />
      <Tags tags={ticket.tags} onChange={(tags) => inbox.change({ tags })} />
    </div>
  );
}

function Tags({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (tags: string[]) => Promise<boolean>;
}) {
  const [text, setText] = useState<string | undefined>(undefined);
  return (
    <input
      class={css.select}
      aria-label="Tags"
      placeholder="Tags, separated by commas"
      value={text ?? tags.join(', ')}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onChange={async ({ currentTarget }) => {
        const typedTags = currentTarget.value.split(',').map((tag) => tag.trim());
        // A rejected change stays in the field.
        if (await onChange([...new Set(typedTags)].filter(Boolean))) setText(undefined);
      }}
    />
  );
}
