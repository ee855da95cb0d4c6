import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';

export const tile = style({
  display: 'grid',
  flex: 'none',
  placeItems: 'center',
  width: 32,
  height: 32,
  border: `1px solid ${token.border}`,
  borderRadius: 8,
  background: extra.sunken,
  color: token.text2,
  fontSize: 13,
  fontWeight: 600,
});
