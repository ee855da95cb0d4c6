import type { ReadonlySignal } from '@preact/signals-core';
import type { SupportConfig } from '../config.ts';
import type { SupportContext } from '../core/context.ts';
import type { Launcher } from '../shell/launcher.ts';
import { showWhile } from '../shell/showWhile.ts';

/** Shows what few pages ask for: the health dot. Returns a function that removes it. */
export function showExtras(
  { integrations, i18n }: SupportContext,
  launcher: Launcher,
  options: ReadonlySignal<Readonly<SupportConfig>>,
): () => void {
  return showWhile(
    () => options.value.healthDot === true && integrations.isConnected.value,
    async () => {
      const loading = [integrations.load(), import('../shell/healthDot.ts')] as const;
      const [model, { showHealth }] = await Promise.all(loading);
      return () => showHealth(launcher, model, i18n);
    },
  );
}
