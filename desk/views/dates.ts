import { signal } from '@preact/signals';
import type { AgentTicketSummary } from '../../src/contract/agent.ts';
import { ago, since } from '../../src/i18n/ago.ts';
import { moment } from '../../src/i18n/moment.ts';

/** The desk is in English. */
const english = { locale: signal('en') };

export const agoInWords = (iso: string): string => ago(iso, english);
export const sinceInWords = (iso: string): string => since(iso, english);
export const momentInWords = (iso: string): string => moment(iso, english);

/** Returns when the first response is due, while it is missing. Undefined without an awaited response. */
export function dueOf({
  status,
  estimated_first_response: due,
}: Pick<AgentTicketSummary, 'status' | 'estimated_first_response'>) {
  if (status !== 'new' || due === null) return undefined;
  return Date.parse(due) < Date.now()
    ? { words: `Due ${sinceInWords(due)}`, isLate: true }
    : { words: `Due ${momentInWords(due)}`, isLate: false };
}
