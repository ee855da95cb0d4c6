import type { DisplayState } from './displayState.ts';

interface StateLook {
  tone: 'red' | 'amber' | 'blue' | 'green' | 'grey';
  shape: 'key' | 'cross' | 'triangle' | 'wrench' | 'turn' | 'tick' | 'dash' | 'question';
}

/** Color and symbol of a state. The name of the state is always shown beside them. */
export const looks: Record<DisplayState, StateLook> = {
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
