import '../src/i18n/locales/en/categories.ts';
import '../src/i18n/locales/en/status.ts';
import type { InboxSort } from '../src/contract/inboxFilter.ts';
import { readableName } from '../src/contract/readableName.ts';
import type { RejectedMail } from '../src/contract/receivedMail.ts';
import type { RoutingChannel } from '../src/contract/report.ts';
import type { AgentRole } from '../src/contract/role.ts';
import type { Priority, TicketStatus } from '../src/contract/ticket.ts';
import { createTranslator } from '../src/i18n/translator.ts';
import type { DisplayState } from '../src/integrations/displayState.ts';

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
export const rejectionNames: Record<RejectedMail['reason'], string> = {
  unknown_address: 'No request has this reply address',
  closed: 'New requests by e-mail are turned off',
  empty: 'Only quoted text',
  too_many: 'Too many e-mails from this address in an hour',
  absence: 'Out-of-office reply',
  bounce: 'Delivery failure (bounce)',
  receipt: 'Read receipt',
  invitation: 'Calendar invitation',
  list: 'Mailing list',
};

const i18n = createTranslator();

/** Returns the name of a category of requests or articles. */
export function categoryName(id: string): string {
  return i18n.find(`category.${id}`) ?? readableName(id);
}

/** Returns the name of a state of an integration. */
export const stateName = (state: DisplayState): string => i18n.t(`state.${state}`);

export const roleNames: Record<AgentRole, string> = {
  admin: 'Admin',
  agent: 'Agent',
  viewer: 'Viewer',
};

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
