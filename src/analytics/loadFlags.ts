import type { Features } from '../core/features.ts';
import { whenIdle } from '../core/whenIdle.ts';
import type { FlagOptions } from './flags.ts';

/**
 * Loads the code that reads feature flags once the page is idle, if the options name any. Returns a
 * function that stops it.
 */
export function loadFlags(
  { flags, posthog }: Partial<FlagOptions>,
  fromFlags: Features['fromFlags'],
): () => void {
  if (!flags) return () => {};
  let isOver = false;
  let stop = whenIdle(() => {
    import('./flags.ts').then(
      ({ followFlags }) => {
        if (!isOver) stop = followFlags({ flags, posthog }, fromFlags);
      },
      () => {}, // the defaults apply
    );
  });
  return () => {
    isOver = true;
    stop();
  };
}
