import '../ui/theme/base.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

/* Nothing of the page reaches in: an important rule of the inside wins over every rule of the page.
   The host is a point in a corner; what is inside is placed by itself. */
globalStyle(':host([data-side])', {
  all: 'initial !important' as 'initial',
  display: 'block !important',
  position: 'fixed !important' as 'fixed',
  inset: 'auto 0 0 auto !important',
  width: '0 !important',
  height: '0 !important',
  overflow: 'visible !important',
  zIndex: `var(--penguin-z, auto) !important`,
  fontFamily: `${base.font} !important`,
});
globalStyle(':host([dir=rtl])', { direction: 'rtl !important' as 'rtl' });

/* Stands at its own inline end: on the left side its direction is turned. */
export const launcher = style({
  position: 'fixed',
  bottom: `max(var(--penguin-y, 24px), env(safe-area-inset-bottom))`,
  insetInlineEnd: 'var(--penguin-x, 24px)',
  selectors: {
    ':host([data-side=left]) &, :host([data-side=start]:not([dir=rtl])) &': { direction: 'rtl' },
    ':host([data-side=right]) &, :host([data-side=start][dir=rtl]) &': { direction: 'ltr' },
  },
  '@media': { print: { display: 'none' } },
});

export const button = style({
  display: 'grid',
  placeItems: 'center',
  boxSizing: 'border-box',
  width: 56,
  height: 56,
  padding: 0,
  border: '0 solid transparent',
  borderRadius: '50%',
  background: base.accent,
  color: base['on-accent'],
  boxShadow: base['shadow-launcher'],
  cursor: 'pointer',
  transition: 'box-shadow 200ms, background-color 120ms',
  selectors: {
    '&:hover': { background: base['accent-hover'], boxShadow: base['shadow-launcher-hover'] },
    '&:active': { background: base['accent-active'] },
    '&:focus-visible': { outline: `2px solid ${base.focus}`, outlineOffset: 2 },
  },
  '@media': {
    '(forced-colors: active)': { borderWidth: 1 },
    '(prefers-reduced-motion: reduce)': { transition: 'none' },
  },
});

globalStyle(`${button} > svg`, {
  width: 24,
  height: 24,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});

export const tip = style({
  position: 'absolute',
  bottom: 64,
  insetInlineEnd: 0,
  padding: '6px 8px',
  borderRadius: 6,
  background: base.tip,
  color: base['on-tip'],
  font: `12px/16px ${base.font}`,
  whiteSpace: 'nowrap',
  pointerEvents: 'none',
  opacity: 0,
  transition: 'opacity 120ms',
  selectors: {
    [`${button}:hover + &`]: { opacity: 1 },
    [`${button}:focus-visible + &`]: { opacity: 1 },
    [`${button}[aria-expanded=true] + &`]: { opacity: 0 },
  },
});
