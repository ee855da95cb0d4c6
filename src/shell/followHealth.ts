import { effect } from '@preact/signals-core';
import type { Integrations } from '../core/integrations.ts';
import type { I18n } from '../i18n/translator.ts';
import type { Launcher } from './launcher.ts';

/** Shows the health of integrations on the launcher while that is wanted. Pages without it load no code for it. */
export function followHealth(
  isWanted: () => boolean,
  { launcher, integrations, i18n }: { launcher: Launcher; integrations: Integrations; i18n: I18n },
): () => void {
  let hideHealth = () => {};
  return effect(() => {
    let wants = isWanted() && integrations.isFed.value;
    if (!wants) return;
    Promise.all([integrations.load(), import('./healthDot.ts')]).then(
      ([model, { showHealth }]) => {
        if (wants) hideHealth = showHealth(launcher, model, i18n);
      },
      () => {}, // only a hint; badges and the panel report what does not load
    );
    return () => {
      wants = false;
      hideHealth();
      hideHealth = () => {};
    };
  });
}
