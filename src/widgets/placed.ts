import type { PlacedName } from '../core/features.ts';
import type { PlacedWidget } from './define.ts';
import { suggestions } from './fieldSuggestions/index.ts';
import { helpCenter } from './helpCenter/index.ts';
import { statusBadge, statusSummary } from './statusBadge/index.ts';
import { supportButton } from './supportButton/index.ts';

/** All widgets that a page can place. Their views load when one is placed. */
export const placed = {
  helpCenter,
  supportButton,
  suggestions,
  statusBadge,
  statusSummary,
} satisfies Record<PlacedName, PlacedWidget>;
