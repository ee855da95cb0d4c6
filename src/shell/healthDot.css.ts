import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';

export const dot = style({
  position: 'absolute',
  bottom: -2,
  insetInlineEnd: -2,
  padding: 2,
  borderRadius: '50%',
  background: token.surface,
  lineHeight: 0,
  pointerEvents: 'none',
  '@media': { print: { display: 'none' } },
});
