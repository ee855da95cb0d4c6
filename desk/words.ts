import type { InboxSort } from '../src/contract/inboxFilter.ts';
import type { RefusedMail } from '../src/contract/receivedMail.ts';
import type { RoutingChannel } from '../src/contract/report.ts';
import type { Priority, TicketStatus } from '../src/contract/ticket.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import { categoryName as nameInWidget } from '../src/widgets/articleFoot.ts';

/** Names of the states of a request. */
export const statusNames: Record<TicketStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Waiting for customer',
  on_hold: 'On hold',
  resolved: 'Resolved',
};

export const priorityNames: Record<Priority, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

/** Reasons why a mail was rejected. */
export const rejectionNames: Record<RefusedMail['reason'], string> = {
  unknown_address: 'No request has this reply address',
  closed: 'New requests by e-mail are turned off',
  empty: 'Only quoted text',
  too_many: 'Too many mails from this address in an hour',
  absence: 'Out-of-office reply',
  bounce: 'Delivery failure (bounce)',
  receipt: 'Read receipt',
  invitation: 'Calendar invitation',
  list: 'Mailing list',
};

/** Categories that are abbreviations. */
const abbreviations: Readonly<Record<string, string>> = { api: 'API', faq: 'FAQ', dns: 'DNS' };
const i18n = createTranslator();

/** Returns the name of a category of requests or articles. */
export const categoryName = (id: string): string => abbreviations[id] ?? nameInWidget(id, i18n);

/** Channels of requests. */
export const channelNames: Record<RoutingChannel, string> = {
  ticket: 'Widget',
  mailto: 'Mail app',
  kb: 'Articles',
  chat: 'Chat',
  email: 'E-mail',
};

/** Orders of the list of requests. */
export const sortNames: Record<InboxSort, string> = {
  newest: 'Newest change first',
  oldest: 'Oldest change first',
  due: 'Due first',
  priority: 'Highest priority first',
};
