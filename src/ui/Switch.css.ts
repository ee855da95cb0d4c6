import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { phone, reducedMotion, text } from './theme/text.ts';

export const row = style({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  width: '100%',
  minHeight: 40,
  padding: '4px 12px',
  border: 0,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  selectors: { '&:focus-visible': { outlineOffset: -2 } },
  '@media': { [phone]: { minHeight: 48 } },
});
export const words = style({ flex: 1, minWidth: 0 });
export const name = style({ ...text.secondary, display: 'block', fontWeight: 500 });
export const value = style({
  ...text.meta,
  display: 'block',
  color: token.text3,
  overflowWrap: 'anywhere',
  whiteSpace: 'pre-line',
});
export const track = style({
  position: 'relative',
  flex: 'none',
  width: 32,
  height: 20,
  borderRadius: 10,
  background: token.control,
  forcedColorAdjust: 'none',
  transition: 'background-color 120ms',
  selectors: {
    '[aria-checked=true] > &': { background: base.accent },
    '&::after': {
      content: '""',
      position: 'absolute',
      top: 3,
      insetInlineStart: 3,
      width: 14,
      height: 14,
      borderRadius: '50%',
      background: base['on-accent'],
    },
    '[aria-checked=true] > &::after': { insetInlineStart: 15 },
  },
  '@media': { [reducedMotion]: { transition: 'none' } },
});
