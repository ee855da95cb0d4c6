import {
  BookOpen,
  ChartColumn,
  Inbox as InboxIcon,
  LogOut,
  MailX,
  MessageSquareText,
  ScrollText,
  Users,
} from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import { maxCounted } from '../../src/contract/inboxFilter.ts';
import { Icon, type IconNode } from '../../src/ui/Icon.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import { filters } from '../model/filters.ts';
import type { Inbox } from '../model/inbox.model.ts';
import type { SignedIn } from '../model/session.model.ts';
import * as css from './frame.css.ts';

export type View = 'inbox' | 'articles' | 'canned' | 'report' | 'rejected' | 'team' | 'audit';

interface SidebarProps {
  me: SignedIn;
  inbox: Inbox;
  view: View;
  onView: (view: View) => void;
  /** Shows a list of the inbox. */
  onFilter: (id: string) => void;
  onSignOut: () => void;
}

const pages: readonly { view: View; name: string; icon: IconNode; isForAdmins: boolean }[] = [
  { view: 'inbox', name: 'Inbox', icon: InboxIcon, isForAdmins: false },
  { view: 'articles', name: 'Articles', icon: BookOpen, isForAdmins: false },
  { view: 'canned', name: 'Canned replies', icon: MessageSquareText, isForAdmins: false },
  { view: 'report', name: 'Report', icon: ChartColumn, isForAdmins: false },
  { view: 'rejected', name: 'Rejected e-mails', icon: MailX, isForAdmins: false },
  { view: 'team', name: 'Team', icon: Users, isForAdmins: true },
  { view: 'audit', name: 'Audit log', icon: ScrollText, isForAdmins: true },
];

export function Sidebar({ me, inbox, view, onView, onFilter, onSignOut }: SidebarProps) {
  const counts = inbox.counts.value;
  const canManage = me.role === 'admin' && me.mode === 'live';
  const links = useRef<HTMLElement>(null);
  // On a phone the links scroll sideways.
  useEffect(() => {
    links.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [view]);

  return (
    <header class={css.side}>
      <h1 class={css.account}>{me.account.name}</h1>
      <nav ref={links} class={css.links} aria-label="Pages">
        {pages
          .filter(({ isForAdmins }) => canManage || !isForAdmins)
          .map((page) => (
            <button
              key={page.view}
              type="button"
              class={css.link}
              aria-current={page.view === view ? 'page' : undefined}
              onClick={() => onView(page.view)}
            >
              <Icon of={page.icon} />
              {page.name}
            </button>
          ))}
      </nav>
      <nav class={`${css.links} ${css.wide}`} aria-label="Lists">
        {filters.map(({ id, name, countOf }) => (
          <button
            key={id}
            type="button"
            class={css.link}
            aria-pressed={view === 'inbox' && inbox.filter.value === id}
            onClick={() => onFilter(id)}
          >
            {name} <span class={css.count}>{counts ? countOf(counts) : ''}</span>
          </button>
        ))}
        {inbox.saved.filters.value.map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            class={css.link}
            aria-pressed={view === 'inbox' && inbox.filter.value === id}
            onClick={() => onFilter(id)}
          >
            <bdi class={css.named}>{name}</bdi>{' '}
            <span class={css.count}>{count < maxCounted ? count : `${maxCounted}+`}</span>
          </button>
        ))}
      </nav>
      <div class={css.foot}>
        <span class={css.me}>
          {me.agent.name} {me.mode === 'test' && <Tag tone="amber">Test data</Tag>}
        </span>
        <button type="button" class={css.link} onClick={onSignOut}>
          <Icon of={LogOut} />
          Sign out
        </button>
      </div>
    </header>
  );
}
