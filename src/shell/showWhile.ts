import { computed, effect } from '@preact/signals-core';

/**
 * Shows something on the launcher while a condition is true, and loads its code only then. `load`
 * resolves to a function that shows it and returns its cleanup. Returns a function that ends it.
 */
export function showWhile(
  isWanted: () => boolean,
  load: () => Promise<() => () => void>,
): () => void {
  const isVisible = computed(isWanted);
  let hide = () => {};
  return effect(() => {
    let wants = isVisible.value;
    if (!wants) return;
    load().then(
      (show) => {
        if (wants) hide = show();
      },
      () => {}, // this is only a hint; badges and the panel report load errors
    );
    return () => {
      wants = false;
      hide();
      hide = () => {};
    };
  });
}
