import { expect, vi } from 'vitest';
import { published, small, type Views } from './views.ts';

interface Stage {
  box: HTMLElement;
  note: (what: unknown) => void;
  /** Records what is rendered, after it is painted. */
  look: () => Promise<void>;
}

/**
 * Plays a scenario with our library and with the published one. Expects equal records, and returns
 * them.
 */
export async function same(
  play: (views: Views, stage: Stage) => Promise<void>,
): Promise<unknown[]> {
  const runs: unknown[][] = [];
  for (const views of [small, published]) {
    const notes: unknown[] = [];
    const box = document.createElement('div');
    document.body.append(box);
    const look = async () => {
      await vi.advanceTimersByTimeAsync(200);
      notes.push(box.innerHTML);
    };
    await play(views, { box, look, note: (what) => notes.push(what) });
    views.preact.render(null, box);
    await vi.advanceTimersByTimeAsync(200);
    notes.push(box.innerHTML);
    box.remove();
    runs.push(notes);
  }
  expect(runs[0]).toEqual(runs[1]);
  return runs[0] ?? [];
}
