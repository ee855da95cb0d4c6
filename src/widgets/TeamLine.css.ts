import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { extra } from '../ui/theme/extra.css.ts';
import { text } from '../ui/theme/text.ts';

export const line = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  color: token.text2,
});
export const faces = style({ display: 'flex', flex: 'none' });
export const face = style({
  ...text.meta,
  display: 'grid',
  placeItems: 'center',
  width: 26,
  height: 26,
  border: `2px solid ${token.surface}`,
  borderRadius: '50%',
  background: extra['accent-soft'],
  color: token['accent-text'],
  fontSize: 10,
  fontWeight: 600,
  selectors: { '& + &': { marginInlineStart: -4 } },
});
export const first = style({ display: 'block' });
export const rest = style({ ...text.meta, display: 'block', color: token.text3 });
