import '../ui/theme/base.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

const button = 'button[part~=launcher]';

globalStyle(':host([data-side])', {
  fontFamily: `${base.font} !important`,
});

globalStyle(button, { transition: 'box-shadow 200ms, background-color 120ms' });
globalStyle(`${button}:hover`, {
  background: base['accent-hover'],
  boxShadow: base['shadow-launcher-hover'],
});
globalStyle(`${button}:active`, { background: base['accent-active'] });

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

globalStyle(button, {
  '@media': { '(prefers-reduced-motion: reduce)': { transition: 'none' } },
});
