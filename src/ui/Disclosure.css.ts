import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { reducedMotion } from './theme/text.ts';

export const card = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
});
export const head = style({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  width: '100%',
  minHeight: 40,
  padding: '4px 12px',
  border: 0,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  fontWeight: 500,
  selectors: { '&:focus-visible': { outlineOffset: -2 } },
});
export const words = style({ flex: 1 });
export const chevron = style({
  color: token.text3,
  transition: 'transform 120ms',
  selectors: { '[aria-expanded=true] > &': { transform: 'rotate(180deg)' } },
  '@media': { [reducedMotion]: { transition: 'none' } },
});
export const body = style({ borderTop: `1px solid ${token.border}`, padding: '4px 0' });
