import { computed, effect } from '@preact/signals-core';

/**
 * Shows something on the launcher as long as it is wanted. Its code loads only then: `load` returns the
 * function that shows it, which returns how to take it away. Returns a function that ends it.
 */
export function showWhile(
  isWanted: () => boolean,
  load: () => Promise<() => () => void>,
): () => void {
  const wanted = computed(isWanted);
  let hide = () => {};
  return effect(() => {
    let wants = wanted.value;
    if (!wants) return;
    load().then(
      (show) => {
        if (wants) hide = show();
      },
      () => {}, // only a hint; badges and the panel report what does not load
    );
    return () => {
      wants = false;
      hide();
      hide = () => {};
    };
  });
}
