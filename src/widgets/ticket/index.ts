import { h } from 'preact';
import type { ScreenWidget } from '../define.ts';
import { Ticket } from './Ticket.tsx';
import { createTicketModel } from './ticket.model.ts';

export const ticket: ScreenWidget = {
  title: 'ticket.title',
  create(context) {
    const model = createTicketModel(context);
    return {
      title: () => context.i18n.t(titles[model.status.value.at]),
      render: () => h(Ticket, { model, context }),
      dispose: model.dispose,
    };
  },
};

const titles = {
  editing: 'ticket.title',
  sending: 'ticket.title',
  failed: 'ticket.title',
  mailed: 'mail.title',
} as const;
