import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { text } from './theme/text.ts';

export const heading = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  marginBottom: 6,
});
export const words = style({ ...text.meta, fontWeight: 500, color: token.text3 });
