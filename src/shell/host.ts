import { elementPrefix } from '../brand.ts';

export type Theme = 'light' | 'dark' | 'auto' | 'host';

/** The options of the launcher, a part of `SupportConfig`. */
export interface LauncherOptions {
  theme?: Theme;
  launcher?: boolean;
  position?: string;
  offset?: { x?: number; y?: number };
  zIndex?: number;
}

/**
 * Creates the host element of the launcher and panel, with side, distances, layer and first colors.
 */
export function createHost(options: LauncherOptions): HTMLElement {
  const host = document.createElement(`${elementPrefix}-support`);
  const { theme = 'auto' } = options;
  // The app detects the scheme of the page later. Until then the colors of the button hardly
  // differ.
  host.dataset.theme = theme === 'auto' && prefersDark() ? 'dark' : theme;
  place(host, options);
  return host;
}

/** Sets side, distances and layer of the host element. */
export function place(
  host: HTMLElement,
  { position = 'end', offset, zIndex }: LauncherOptions,
): void {
  host.dataset.side = position;
  for (const [edge, size] of Object.entries(offset ?? {})) {
    if (size != null) host.style.setProperty(`--penguin-${edge}`, `${size}px`);
  }
  if (zIndex != null) host.style.setProperty('--penguin-z', `${zIndex}`);
  // In the top layer, no z-index of the page can cover it.
  else if ('popover' in host) host.popover = 'manual';
}

/** Test environments and old browsers have no `matchMedia`, or an incomplete one. */
export function prefersDark(): boolean {
  return !!window.matchMedia?.('(prefers-color-scheme: dark)')?.matches;
}
