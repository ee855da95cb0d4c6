import type { AgentTicket } from '../../src/contract/agent.ts';
import { Tag } from '../../src/ui/Tag.tsx';
import * as css from './inbox.css.ts';
import { Problem } from './Table.tsx';

/** The ticket of a request in the team's help desk, and the last problem there. */
export function HelpDesk({ ticket }: { ticket: AgentTicket }) {
  if (ticket.help_desk === null) return null;
  const { name, number, url, problem } = ticket.help_desk;
  const label = `${name} ${number ?? ''}`.trimEnd();
  return (
    <>
      <div class={css.controls}>
        {url === null ? (
          <Tag tone="grey">{label}</Tag>
        ) : (
          <a class={css.external} href={url} target="_blank" rel="noopener noreferrer">
            {label}
          </a>
        )}
      </div>
      <Problem text={problem ?? undefined} />
    </>
  );
}
