import '../ui/theme/first.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

/*
 * Isolates the content from the page: important rules of the host win over every rule of the page.
 * The host is a point in a corner, and its content is positioned on its own.
 */
globalStyle(':host([data-side])', {
  all: 'initial !important' as 'initial',
  // `all` does not reset the direction.
  direction: 'ltr !important' as 'ltr',
  // This also makes it a block.
  position: 'fixed !important' as 'fixed',
  inset: 'auto 0 0 auto !important',
  zIndex: `var(--penguin-z, auto) !important`,
});
globalStyle(':host([dir=rtl])', { direction: 'rtl !important' as 'rtl' });
/* Hides the backdrop, because the page's styles for backdrops would dim the page. */
globalStyle(':host::backdrop', { display: 'none !important' as 'none' });

/* The button is at its own inline end. On the left side, its direction is reversed. */
export const launcher = style({
  position: 'fixed',
  bottom: `max(var(--penguin-y, 24px), env(safe-area-inset-bottom))`,
  insetInlineEnd: 'var(--penguin-x, 24px)',
  selectors: {
    ':host([data-side=left]) &, :host([data-side=start]) &': { direction: 'rtl' },
    ':host([data-side=right]) &, :host([data-side=start][dir=rtl]) &': { direction: 'ltr' },
  },
  '@media': { print: { display: 'none' } },
});

export const button = style({
  // 56 pixels including icon and border.
  padding: 15,
  // Transparent, but visible with forced colors.
  border: '1px solid transparent',
  borderRadius: '50%',
  background: base.accent,
  color: base['on-accent'],
  boxShadow: base['shadow-launcher'],
  cursor: 'pointer',
  selectors: {
    '&:focus-visible': { outline: `2px solid ${base.focus}`, outlineOffset: 2 },
  },
});

globalStyle(`${button} > svg`, {
  display: 'block',
  width: 24,
  height: 24,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});
