import { defineScreen } from '../define.ts';

export const conversation = defineScreen({
  id: 'conversation',
  title: 'conversation.title',
  load: () => import('./Conversation.tsx').then((module) => module.createConversation),
});
