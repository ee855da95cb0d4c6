import type { ScreenId } from '../core/messenger.model.ts';
import { article } from './article/index.ts';
import { conversation } from './conversation/index.ts';
import type { ScreenWidget } from './define.ts';
import { home } from './home/index.ts';
import { integration } from './integration/index.ts';
import { news } from './news/index.ts';
import { requests } from './requests/index.ts';
import { screenshot } from './screenshot/index.ts';
import { search } from './search/index.ts';
import { sent } from './sent/index.ts';
import { status } from './status/index.ts';
import { ticket } from './ticket/index.ts';

/** All screens of the panel. */
export const screens: Record<ScreenId, ScreenWidget> = {
  home,
  ticket,
  sent,
  requests,
  conversation,
  screenshot,
  search,
  article,
  status,
  integration,
  news,
};
