import type { ScreenWidget } from '../define.ts';

export const conversation: ScreenWidget = {
  id: 'conversation',
  title: 'conversation.title',
  load: () => import('./Conversation.tsx').then((module) => module.createConversation),
};
