import { style } from '@vanilla-extract/css';
import { ink, soft } from './statusColors.css.ts';
import { text } from './theme/text.ts';

export const tag = style({
  ...text.meta,
  display: 'inline-flex',
  alignItems: 'center',
  height: 20,
  padding: '0 7px',
  border: '1px solid transparent',
  borderRadius: 5,
  background: soft,
  color: ink,
  fontWeight: 500,
  whiteSpace: 'nowrap',
});
