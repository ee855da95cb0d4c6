import { adoptCss } from '../ui/stylesheets.ts';
import { createHost, type LauncherOptions } from './host.ts';
import * as css from './launcher.css.ts';

/**
 * The floating button, and the host element of everything that floats. Plain DOM without a
 * framework.
 */
export interface Launcher {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  /**
   * Called on a press, and when a press is likely (pointer, focus or touch). The app replaces these
   * functions.
   */
  on: { press(): void; intent(): void };
  setLabel(label: string): void;
  setOpen(open: boolean): void;
  setVisible(visible: boolean): void;
  /** Adds the host element to the page. Undefined after `destroy`. */
  attach?: (() => void) | undefined;
  destroy(): void;
}

export function createLauncher(options: LauncherOptions): Launcher {
  const host = createHost(options);
  const root = host.attachShadow({ mode: 'open' });
  // Missing in Safari before 16.4 and in test environments. Then nothing is rendered.
  const release = root.adoptedStyleSheets && adoptCss(root);

  const box = document.createElement('div');
  const button = document.createElement('button');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  box.className = css.launcher;
  button.className = css.button;
  button.part = 'launcher';
  svg.append(path);
  button.append(svg);
  box.append(button);
  root.append(box);

  const launcher: Launcher = {
    host,
    root,
    button,
    on: { intent() {}, press() {} },
    setLabel(label) {
      button.ariaLabel = label;
    },
    setOpen(open) {
      button.ariaExpanded = String(open);
      // A cross or a speech bubble in a viewBox of 24 by 24.
      path.setAttribute('d', open ? 'M6 6l12 12M18 6 6 18' : 'M7.9 20A9 9 0 1 0 4 16.1L2 22Z');
    },
    setVisible(visible) {
      box.hidden = !visible;
    },
    attach,
    destroy() {
      launcher.attach = undefined;
      release?.();
      host.remove();
    },
  };
  button.onclick = () => launcher.on.press();
  button.onpointerenter = button.onfocus = () => launcher.on.intent();
  launcher.setLabel('Contact Support');
  launcher.setOpen(false);
  launcher.setVisible(options.launcher !== false);

  function attach(): void {
    if (!release || !launcher.attach) return;
    document.querySelector('body')?.append(host);
    if (host.popover && host.isConnected) host.showPopover();
  }
  // A script in <head> runs before the body exists.
  if (document.querySelector('body')) attach();
  else addEventListener('DOMContentLoaded', attach);
  return launcher;
}
