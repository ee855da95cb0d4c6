import { defineScreen } from '../define.ts';

export const sent = defineScreen({
  id: 'sent',
  title: 'ticket.title',
  load: () => import('./Sent.tsx').then((module) => module.createSent),
});
