import { elementPrefix } from '../../brand.ts';
import type { CaptureWay } from '../../core/ports.ts';
import { drawPage } from './drawPage.ts';
import { coverPrivateParts } from './privateParts.ts';
import { shareScreen } from './shareScreen.ts';

/**
 * A picture of the page without the panel, its private parts blacked out before anybody sees it.
 *
 * @throws DOMException `NotAllowedError` when the person, or the page's policy, does not allow it
 */
export async function capture(way: CaptureWay): Promise<HTMLCanvasElement> {
  const panels = [...document.querySelectorAll<HTMLElement>(`${elementPrefix}-support`)];
  const showAgain = panels.map(hide);
  const uncover = way === 'screen' ? coverPrivateParts() : () => {};
  try {
    // Hidden and covered before it begins: so every frame of it may be seen.
    await nextFrame();
    return await (way === 'screen' ? shareScreen() : drawPage());
  } finally {
    uncover();
    for (const show of showAgain) show();
  }
}

function hide(panel: HTMLElement): () => void {
  const before = panel.style.getPropertyValue('visibility');
  panel.style.setProperty('visibility', 'hidden', 'important');
  return () => panel.style.setProperty('visibility', before);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}
