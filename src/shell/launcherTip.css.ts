import '../ui/theme/base.css.ts';
import { globalStyle, style } from '@vanilla-extract/css';
import { base } from '../ui/theme/contract.css.ts';

const button = 'button[part~=launcher]';

globalStyle(':host', {
  vars: {
    [base.tip]: '#1c212b',
    [base['on-tip']]: '#fff',
    [base['shadow-launcher-hover']]: '0 2px 4px #1620361a,0 12px 28px -2px #16203647',
  },
});
globalStyle(':host([data-theme=dark])', {
  vars: {
    [base.tip]: '#343b49',
    [base['shadow-launcher-hover']]:
      '0 0 0 1px #ffffff0f,0 2px 4px #00000059,0 12px 28px -2px #00000080',
  },
});

globalStyle(':host([data-side])', {
  fontFamily: `${base.font} !important`,
});

globalStyle(button, { transition: 'box-shadow 200ms, background-color 120ms' });
globalStyle(`${button}:hover`, {
  background: base['accent-hover'],
  boxShadow: base['shadow-launcher-hover'],
});
globalStyle(`${button}:active`, { background: base['accent-active'] });

const shown = { opacity: 1, visibility: 'visible' } as const;

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
  opacity: 0,
  visibility: 'hidden',
  transition: 'opacity 120ms, visibility 120ms',
  selectors: {
    [`${button}:hover + &, ${button}:focus-visible + &, &:hover`]: shown,
    [`${button}[aria-expanded=true] + &`]: { opacity: 0, visibility: 'hidden' },
    // The pointer can move onto it from the button.
    '&::after': { content: '""', position: 'absolute', insetInline: 0, top: '100%', height: 8 },
  },
});

globalStyle(button, {
  '@media': { '(prefers-reduced-motion: reduce)': { transition: 'none' } },
});
