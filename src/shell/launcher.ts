import { MessageCircle, X } from 'lucide';
import { brand } from '../brand.ts';
import { adoptCss } from '../ui/stylesheets.ts';
import * as css from './launcher.css.ts';

export type Theme = 'light' | 'dark' | 'auto' | 'host';

/** What the launcher needs to know; a part of `SupportConfig`. */
export interface LauncherOptions {
  theme?: Theme;
  launcher?: boolean;
  position?: string;
  offset?: { x?: number; y?: number };
  zIndex?: number;
}

/** The floating button and the host element that everything floating lives in. Plain DOM, no framework. */
export interface Launcher {
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  /** Called on press, and when a press is near (pointer, focus or touch). Replaced by the app. */
  on: { press(): void; intent(): void };
  setLabel(label: string): void;
  setOpen(open: boolean): void;
  setVisible(visible: boolean): void;
  destroy(): void;
}

export function createLauncher(options: LauncherOptions): Launcher {
  const host = document.createElement(`${brand.element}-support`);
  const root = host.attachShadow({ mode: 'open' });
  const release = adoptCss(root);
  place(host, options);

  const box = create('div', css.launcher);
  const button = create('button', css.button);
  const tip = create('span', css.tip);
  button.type = 'button';
  button.part.add('launcher');
  button.setAttribute('aria-haspopup', 'dialog');
  tip.setAttribute('aria-hidden', 'true');
  box.append(button, tip);
  root.append(box);

  const launcher: Launcher = {
    host,
    root,
    button,
    on: { press() {}, intent() {} },
    setLabel(label) {
      button.ariaLabel = label;
      tip.textContent = label;
    },
    setOpen(open) {
      button.ariaExpanded = String(open);
      button.replaceChildren(drawing(open ? X : MessageCircle));
    },
    setVisible(visible) {
      box.hidden = !visible;
      box.style.display = visible ? '' : 'none';
    },
    destroy() {
      document.removeEventListener('DOMContentLoaded', attach);
      release();
      host.remove();
    },
  };
  button.onclick = () => launcher.on.press();
  button.onpointerenter = button.onfocus = button.ontouchstart = () => launcher.on.intent();
  launcher.setLabel('Contact Support');
  launcher.setOpen(false);
  launcher.setVisible(options.launcher !== false);

  function attach(): void {
    document.body.append(host);
    if (host.popover) host.showPopover();
  }
  // A script in <head> runs before there is a body.
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach);
  return launcher;
}

/** Side, distances, layer and first colours of the host element. */
export function place(
  host: HTMLElement,
  { theme, position = 'end', offset, zIndex }: LauncherOptions,
): void {
  host.dataset.side = position;
  host.dataset.theme = isDark(theme) ? 'dark' : 'light';
  if (offset?.x !== undefined) host.style.setProperty('--penguin-x', `${offset.x}px`);
  if (offset?.y !== undefined) host.style.setProperty('--penguin-y', `${offset.y}px`);
  if (zIndex !== undefined) host.style.setProperty('--penguin-z', String(zIndex));
  // In the top layer no z-index of the page can hide it.
  else if ('popover' in host) host.popover = 'manual';
}

/** `auto` asks the system, `host` the page's root element. */
export function isDark(theme: Theme = 'auto'): boolean {
  const { classList, dataset } = document.documentElement;
  if (theme === 'host') return classList.contains('dark') || dataset.theme === 'dark';
  return (
    theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  );
}

function create<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

function drawing(icon: typeof X): SVGElement {
  const svg = svgElement('svg', {
    viewBox: '0 0 24 24',
    width: 24,
    height: 24,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  });
  svg.append(...icon.map(([tag, attributes]) => svgElement(tag, attributes)));
  return svg;
}

function svgElement(
  tag: string,
  attributes: Record<string, string | number | undefined>,
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const name in attributes) element.setAttribute(name, String(attributes[name]));
  if (!(element instanceof SVGElement)) throw new TypeError(`Not an SVG element: ${tag}`);
  return element;
}
