import '../i18n/locales/en/rows.ts';
import type { TicketStatus } from '../contract/ticket.ts';
import type { I18n } from '../i18n/translator.ts';
import { Tag, type Tone } from '../ui/Tag.tsx';

const tones: Record<TicketStatus, Tone> = {
  new: 'grey',
  open: 'blue',
  pending: 'amber',
  on_hold: 'grey',
  resolved: 'green',
};

/** The status of a request, as visitors read it. */
export function StatusTag({ status, i18n }: { status: TicketStatus; i18n: I18n }) {
  return <Tag tone={tones[status]}>{i18n.t(`status.${status}`)}</Tag>;
}
