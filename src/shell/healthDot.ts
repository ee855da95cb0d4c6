import { effect } from '@preact/signals-core';
import { h, render } from 'preact';
import type { IntegrationsModel } from '../core/integrations.model.ts';
import type { I18n } from '../i18n/translator.ts';
import { looks } from '../integrations/stateLook.ts';
import { StatusGlyph } from '../ui/StatusGlyph.tsx';
import { adoptCss } from '../ui/stylesheets.ts';
import { dot } from './healthDot.css.ts';
import type { Launcher } from './launcher.ts';

/**
 * Shows the worst state on the floating button while something does not work. Returns a function
 * that removes it.
 */
export function showHealth(launcher: Launcher, model: IntegrationsModel, i18n: I18n): () => void {
  const release = adoptCss(launcher.root);
  const mark = document.createElement('span');
  mark.className = dot;
  mark.role = 'img';
  mark.id = 'health';
  // Screen readers read it as part of the button. On its own it would be outside of every landmark
  // of the page.
  mark.ariaHidden = 'true';
  launcher.button.parentElement?.append(mark);
  const stopWatching = model.watch();
  const stop = effect(() => {
    const { worst } = model.summary.value;
    const isBad = worst === 'action_needed' || worst === 'down' || worst === 'degraded';
    mark.hidden = !isBad;
    mark.ariaLabel = isBad ? i18n.t(`state.${worst}`) : '';
    render(isBad ? h(StatusGlyph, looks[worst]) : null, mark);
  });
  return () => {
    stop();
    stopWatching();
    render(null, mark);
    mark.remove();
    release();
  };
}
