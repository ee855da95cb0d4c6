import { elementPrefix } from '../../brand.ts';
import type { CaptureWay } from '../../core/ports.ts';
import { drawPage } from './drawPage.ts';
import { coverPrivateParts } from './privateParts.ts';
import { shareScreen } from './shareScreen.ts';

/**
 * A picture of the page without the panel, its private parts blacked out before anybody sees it.
 *
 * @throws DOMException `NotAllowedError` when the person, or the page's policy, does not allow it; an abort
 * takes the cover away at once and throws the signal's reason
 */
export async function capture(way: CaptureWay, signal: AbortSignal): Promise<HTMLCanvasElement> {
  signal.throwIfAborted();
  const panels = [...document.querySelectorAll<HTMLElement>(`${elementPrefix}-support`)];
  const showAgain = panels.map(hide);
  const uncover = way === 'screen' ? coverPrivateParts() : () => {};
  try {
    // Hidden and covered before it begins: so every frame of it may be seen.
    await nextFrame();
    signal.throwIfAborted();
    return await Promise.race([
      way === 'screen' ? shareScreen(signal) : drawPage(),
      aborted(signal),
    ]);
  } finally {
    uncover();
    for (const show of showAgain) show();
  }
}

/** What is inside is hidden: the host's own rules are stronger than any that is set on it. */
function hide(panel: HTMLElement): () => void {
  const root = panel.shadowRoot;
  const focused = root?.activeElement;
  const parts = [...(root?.children ?? [])].filter((part) => part instanceof HTMLElement);
  for (const { style } of parts) style.setProperty('visibility', 'hidden', 'important');
  return () => {
    for (const { style } of parts) style.removeProperty('visibility');
    if (focused instanceof HTMLElement) focused.focus();
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}
