import '../ui/theme/first.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

/*
 * Isolates the content from the page: its important rules win over every rule of the page. The host
 * is a point in a corner; its content is positioned by itself.
 */
globalStyle(':host([data-side])', {
  all: 'initial !important' as 'initial',
  // `all` leaves it to the page.
  direction: 'ltr !important' as 'ltr',
  // It makes a block of it, too.
  position: 'fixed !important' as 'fixed',
  inset: 'auto 0 0 auto !important',
  zIndex: `var(--penguin-z, auto) !important`,
});
globalStyle(':host([dir=rtl])', { direction: 'rtl !important' as 'rtl' });
/* A page that styles every backdrop must not be dimmed by ours. */
globalStyle(':host::backdrop', { display: 'none !important' as 'none' });

/* Stands at its own inline end: on the left side its direction is turned. */
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
  // 56 pixels, with icon and border.
  padding: 15,
  // Transparent, but seen where the system forces its colors.
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
