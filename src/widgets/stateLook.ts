import type { DisplayState } from '../integrations/displayState.ts';
import type { StatusLook } from '../ui/StatusGlyph.tsx';

export const looks: Record<DisplayState, StatusLook> = {
  action_needed: { tone: 'red', shape: 'key' },
  down: { tone: 'red', shape: 'cross' },
  degraded: { tone: 'amber', shape: 'triangle' },
  maintenance: { tone: 'blue', shape: 'wrench' },
  syncing: { tone: 'blue', shape: 'turn' },
  ok: { tone: 'green', shape: 'tick' },
  off: { tone: 'grey', shape: 'dash' },
  retired: { tone: 'grey', shape: 'triangle' },
  unknown: { tone: 'grey', shape: 'question' },
};
