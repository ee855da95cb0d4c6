import { style } from '@vanilla-extract/css';
import { base } from './theme/contract.css.ts';

export const choice = style({ display: 'flex', alignItems: 'flex-start', gap: 8, paddingBlock: 4 });
export const box = style({
  width: 20,
  height: 20,
  flex: 'none',
  accentColor: base.accent,
});
