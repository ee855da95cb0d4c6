import { useState } from 'preact/hooks';
import { InboxSort } from '../../src/contract/inboxFilter.ts';
import { Button } from '../../src/ui/Button.tsx';
import { filters } from '../model/filters.ts';
import { type Inbox, idOf } from '../model/inbox.model.ts';
import { sortNames } from '../words.ts';
import { FilterPanel } from './FilterPanel.tsx';
import type { Choices } from './InboxPage.tsx';
import * as css from './inbox.css.ts';
import { Row } from './Row.tsx';

interface RequestListProps {
  inbox: Inbox;
  choices: Choices;
}

export function RequestList({ inbox, choices }: RequestListProps) {
  const { queues } = choices;
  const [isFiltering, setFiltering] = useState(false);
  const narrowed = Object.keys(inbox.conditions.value).length;
  const list = inbox.list.value;
  const tickets = inbox.tickets.value;
  const openId = idOf(inbox.open.value);
  return (
    <section
      class={`${css.list} ${openId === undefined ? '' : css.whenOpen}`}
      aria-label="Requests"
    >
      <div class={css.tools}>
        <input
          class={css.input}
          type="search"
          placeholder="Requests, messages, customers"
          aria-label="Search"
          value={inbox.search.value}
          onInput={({ currentTarget }) => inbox.find(currentTarget.value)}
        />
        <select
          class={`${css.input} ${css.onPhone}`}
          aria-label="List"
          value={inbox.filter.value}
          onChange={({ currentTarget }) => inbox.show(currentTarget.value)}
        >
          {[...filters, ...inbox.saved.filters.value].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {queues.length > 0 && (
          <select
            class={css.input}
            aria-label="Queue"
            value={inbox.queue.value}
            onChange={({ currentTarget }) => inbox.chooseQueue(currentTarget.value)}
          >
            <option value="">All queues</option>
            {queues.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="none">No queue</option>
          </select>
        )}
        <div class={css.line}>
          <select
            class={css.input}
            aria-label="Sort"
            value={inbox.sort.value}
            onChange={({ currentTarget }) => inbox.sortBy(InboxSort.parse(currentTarget.value))}
          >
            {InboxSort.options.map((sort) => (
              <option key={sort} value={sort} selected={sort === inbox.sort.value}>
                {sortNames[sort]}
              </option>
            ))}
          </select>
          <button
            type="button"
            class={css.toggle}
            aria-expanded={isFiltering}
            onClick={() => setFiltering(!isFiltering)}
          >
            {narrowed > 0 ? `Filter (${narrowed})` : 'Filter'}
          </button>
        </div>
        {isFiltering && <FilterPanel inbox={inbox} choices={choices} />}
      </div>
      <ul
        class={css.rows}
        onPointerMove={() => inbox.hold(true)}
        onPointerLeave={() => inbox.hold(false)}
      >
        {tickets.map((ticket) => (
          <li key={ticket.id}>
            <Row
              ticket={ticket}
              isOpen={ticket.id === openId}
              isUnread={inbox.isUnread(ticket)}
              queue={queues.find(({ id }) => id === ticket.queue)?.name ?? ticket.queue}
              onPress={() => void inbox.openTicket(ticket.id)}
            />
          </li>
        ))}
        {inbox.hasMore.value && (
          <li class={css.empty}>
            <Button onPress={() => void inbox.loadMore()}>Show older requests</Button>
          </li>
        )}
        {list.name === 'ready' && tickets.length === 0 && (
          <li class={css.empty}>No requests in this list.</li>
        )}
        {list.name === 'loading' && tickets.length === 0 && <li class={css.empty}>Loading…</li>}
        {list.name === 'failed' && (
          <li class={css.empty}>
            <p role="alert">{list.problem}</p>
            <Button onPress={() => void inbox.load()}>Try again</Button>
          </li>
        )}
      </ul>
    </section>
  );
}
