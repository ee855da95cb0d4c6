import { useSignal, useSignalEffect } from '@preact/signals';

/** Copies text to the clipboard. `copied` is true for two seconds afterwards. */
export function useCopy(): { copied: boolean; copy: (text: string) => void } {
  const copied = useSignal(false);
  useSignalEffect(() => {
    if (!copied.value) return;
    const timer = setTimeout(() => {
      copied.value = false;
    }, 2_000);
    return () => clearTimeout(timer);
  });

  return {
    copied: copied.value,
    copy(text) {
      void write(text).then((done) => {
        copied.value = done;
      });
    },
  };
}

/**
 * Returns false if the browser denies it (plain http, no permission). The text can still be
 * selected.
 */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
