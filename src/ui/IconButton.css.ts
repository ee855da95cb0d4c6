import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { phone } from './theme/text.ts';

export const iconButton = style({
  display: 'grid',
  placeItems: 'center',
  flex: 'none',
  width: 32,
  height: 32,
  padding: 0,
  border: 0,
  borderRadius: token['radius-control'],
  background: 'none',
  cursor: 'pointer',
  color: token.text2,
  ':hover': { background: token.hover },
  '@media': { [phone]: { width: 44, height: 44 } },
});
