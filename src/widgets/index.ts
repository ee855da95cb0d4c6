import type { ScreenId } from '../core/messenger.model.ts';
import type { PlacedName } from '../core/parts.ts';
import { article } from './article/index.ts';
import { conversation } from './conversation/index.ts';
import type { PlacedWidget, ScreenWidget } from './define.ts';
import { suggestions } from './fieldSuggestions/index.ts';
import { helpCenter } from './helpCenter/index.ts';
import { home } from './home/index.ts';
import { integration } from './integration/index.ts';
import { requests } from './requests/index.ts';
import { screenshot } from './screenshot/index.ts';
import { search } from './search/index.ts';
import { sent } from './sent/index.ts';
import { status } from './status/index.ts';
import { statusBadge, statusSummary } from './statusBadge/index.ts';
import { supportButton } from './supportButton/index.ts';
import { ticket } from './ticket/index.ts';

/** Every screen of the panel. */
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
};

/** Every widget that a page can place. */
export const placed = {
  helpCenter,
  supportButton,
  suggestions,
  statusBadge,
  statusSummary,
} satisfies Record<PlacedName, PlacedWidget>;
