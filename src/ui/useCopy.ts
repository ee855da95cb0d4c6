import { useSignal, useSignalEffect } from '@preact/signals';

/** Puts text on the clipboard; `copied` is true for two seconds after. */
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

/** False if the browser denies it (plain http, no permission): the text can still be selected. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
