import { style } from '@vanilla-extract/css';
import { base, token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const stack = style({ display: 'flex', flexDirection: 'column', gap: 8 });
export const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
export const label = style({ ...text.secondary, fontWeight: 500 });
export const mark = style({ ...text.meta, fontWeight: 400, color: token.text3 });
export const drop = style({
  ...text.secondary,
  position: 'absolute',
  inset: 8,
  zIndex: 1,
  display: 'grid',
  placeItems: 'center',
  border: `2px dashed ${base.accent}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  opacity: 0.94,
  pointerEvents: 'none',
});
