import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { text } from '../ui/theme/text.ts';

export const line = style({
  ...text.secondary,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 8px',
  color: token.text2,
});
