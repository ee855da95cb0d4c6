import { elementPrefix } from '../../brand.ts';
import type { CaptureWay } from '../../core/ports.ts';
import { drawPage } from './drawPage.ts';
import { coverPrivateParts } from './privateParts.ts';
import { shareScreen } from './shareScreen.ts';

/**
 * Takes a picture of the page without the panel. Private parts are blacked out before anyone sees
 * it.
 *
 * @throws DOMException `NotAllowedError` if the person or the page's policy denies it. An abort
 * removes the cover immediately and throws the signal's reason.
 */
export async function capture(way: CaptureWay, signal: AbortSignal): Promise<HTMLCanvasElement> {
  signal.throwIfAborted();
  const panels = [...document.querySelectorAll<HTMLElement>(`${elementPrefix}-support`)];
  const showAgain = panels.map(hide);
  const uncover = way === 'screen' ? coverPrivateParts() : () => {};
  let isRestored = false;
  const restore = () => {
    if (isRestored) return;
    isRestored = true;
    uncover();
    for (const show of showAgain) show();
  };
  const isAborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      // Runs synchronously, so that `destroy` leaves nothing on the page.
      restore();
      reject(signal.reason);
    });
  });
  try {
    return await Promise.race([isAborted, take(way, signal)]);
  } finally {
    restore();
  }
}

/**
 * Takes the picture after the hidden and covered parts have been painted, because every frame may
 * be visible in it.
 */
async function take(way: CaptureWay, signal: AbortSignal): Promise<HTMLCanvasElement> {
  await nextFrame();
  signal.throwIfAborted();
  return way === 'screen' ? shareScreen(signal) : drawPage();
}

/**
 * Hides the content instead of the host element, whose own important rules override other styles.
 * A modal dialog does not inherit that: browsers make it visible.
 */
function hide(panel: HTMLElement): () => void {
  const root = panel.shadowRoot;
  const focused = root?.activeElement;
  const dialogs = root?.querySelectorAll('dialog') ?? [];
  const parts = [...(root?.children ?? []), ...dialogs].filter(
    (part) => part instanceof HTMLElement,
  );
  for (const { style } of parts) style.setProperty('visibility', 'hidden', 'important');
  return () => {
    for (const { style } of parts) style.removeProperty('visibility');
    if (focused instanceof HTMLElement) focused.focus();
  };
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}
