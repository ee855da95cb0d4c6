import { fallbackVar, style } from '@vanilla-extract/css';
import { ink, soft } from './statusColors.css.ts';
import { token } from './theme/contract.css.ts';
import { text } from './theme/text.ts';

export const notice = style({
  ...text.secondary,
  display: 'flex',
  gap: 10,
  padding: '10px 12px',
  borderRadius: 10,
  border: '1px solid transparent',
  background: fallbackVar(soft, token['red-soft']),
});
export const glyph = style({ color: fallbackVar(ink, token.red), flex: 'none', marginTop: 1 });
export const strong = style({ fontWeight: 600 });
export const rest = style({ color: token.text2 });
export const actions = style({ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginTop: 4 });
