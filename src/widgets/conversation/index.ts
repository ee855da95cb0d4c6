import type { ScreenWidget } from '../define.ts';

export const conversation: ScreenWidget = {
  title: 'conversation.title',
  load: () => import('./Conversation.tsx').then((module) => module.loadConversation()),
};
