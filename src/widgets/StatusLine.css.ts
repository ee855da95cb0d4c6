import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { phone, text } from '../ui/theme/text.ts';

export const line = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  minHeight: 28,
  padding: '0 2px',
  border: 0,
  borderRadius: 6,
  background: 'none',
  color: token.text2,
  textAlign: 'start',
  cursor: 'pointer',
  selectors: { '&:hover': { color: token.text } },
  '@media': { [phone]: { minHeight: 44 } },
});
export const grow = style({ flex: 1 });
export const soft = style({ color: token.text3 });
