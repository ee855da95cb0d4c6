import { loadChunk } from '../core/chunk.ts';
import type { SupportContext } from '../core/context.ts';
import { warnOnce } from '../core/debug.ts';
import type { Features } from '../core/features.ts';
import { lazy } from '../core/lazy.ts';
import type { Shell } from '../shell/shell.ts';
import type { Placing } from './placing.ts';

/** Places widgets after their code has loaded, because most pages place none. */
export function createLatePlacing(
  context: SupportContext,
  shell: Shell,
  features: Features,
): Placing {
  let isDestroyed = false;
  let placing: Placing | undefined;
  const { get: load } = lazy(async () => {
    const { createPlacing } = await loadChunk(() => import('./placing.ts'));
    placing = createPlacing(context, shell, features);
    return placing;
  });

  function later(use: (placing: Placing) => () => void): () => void {
    let end = () => {};
    let isOver = false;
    load().then(
      (loaded) => {
        if (!isOver && !isDestroyed) end = use(loaded);
      },
      (cause) => isDestroyed || warnOnce('A placed widget did not load.', cause),
    );
    return () => {
      isOver = true;
      end();
    };
  }

  return {
    place: (...parameters) => later(({ place }) => place(...parameters)),
    attachSuggestions: (field) => later(({ attachSuggestions }) => attachSuggestions(field)),
    destroy() {
      isDestroyed = true;
      placing?.destroy();
    },
  };
}
