import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { text } from '../ui/theme/text.ts';

export const undo = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'baseline',
  gap: 8,
  color: token.text2,
  selectors: { '&:empty': { display: 'none' } },
});
export const removed = style({ minWidth: 0, overflowWrap: 'anywhere' });
