import { base, extraContract, token } from '../src/ui/theme/contract.css.ts';
import type { Settings } from './toolbar.ts';

type Emulated = Pick<Settings, 'motion' | 'colors'>;

/** The CSS of the widget's style sheets, as it was written. */
const written = new Map<CSSStyleSheet, string>();
let emulated: Emulated = { motion: 'system', colors: 'normal' };
const page = new CSSStyleSheet();

/**
 * A page cannot change the media features of its browser. So the conditions of the widget's style
 * sheets are replaced as the sheets are written.
 */
export function startEmulation(): void {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function (css) {
    if (this !== page) written.set(this, css);
    replaceSync.call(this, this === page ? css : conditioned(css));
  };
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
}

/** Applies accent, zoom, motion and colors to every widget of the page. */
export function emulate({ accent, zoom, motion, colors }: Settings): void {
  const isChanged = emulated.motion !== motion || emulated.colors !== colors;
  emulated = { motion, colors };
  if (isChanged) for (const [sheet, css] of [...written]) sheet.replaceSync(css);
  const tokens = [
    ...(colors === 'forced' ? systemColors() : []),
    ...(accent && colors === 'normal' ? [`${nameOf(base.accent)}:${accent}`] : []),
  ];
  page.replaceSync(
    `html{zoom:${zoom}}penguin-support,[data-placed],[data-story-host]{${tokens.join(';')}}`,
  );
}

function conditioned(css: string): string {
  const { motion, colors } = emulated;
  const forced = colors === 'forced' ? css.replaceAll(/\(forced-colors: ?active\)/g, 'all') : css;
  if (motion === 'system') return forced;
  const condition = motion === 'reduced' ? 'all' : 'not all';
  return forced.replaceAll(/\(prefers-reduced-motion: ?reduce\)/g, condition);
}

/** Returns the tokens with the colors that a browser would force. */
function systemColors(): string[] {
  const colorOf = (name: string): string => {
    if (/shadow|radius|font|scheme/.test(name)) return '';
    if (/accent(-hover|-active)?$|solid/.test(name)) return 'Highlight';
    if (/on-accent/.test(name)) return 'HighlightText';
    if (/surface|sunken|hover|soft|tip$|mark/.test(name)) return 'Canvas';
    return 'CanvasText';
  };
  return [base, token, extraContract]
    .flatMap((contract) => Object.values(contract))
    .map(nameOf)
    .flatMap((name) => (colorOf(name) ? [`${name}:${colorOf(name)}`] : []));
}

function nameOf(reference: string): string {
  return /--[\w-]+/.exec(reference)?.[0] ?? '';
}
