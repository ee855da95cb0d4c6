import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { extra } from '../../ui/theme/extra.css.ts';
import { text } from '../../ui/theme/text.ts';

export const box = style({
  width: '100%',
  height: '100%',
  maxWidth: 'none',
  maxHeight: 'none',
  margin: 0,
  padding: 0,
  border: 0,
  background: extra.sunken,
  color: token.text,
  flexDirection: 'column',
  selectors: { '&[open]': { display: 'flex' } },
});
export const bar = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  padding: '8px 12px',
  borderBottom: `1px solid ${token.border}`,
  background: token.surface,
});
export const name = style({
  ...text.secondary,
  flex: 1,
  minWidth: 0,
  paddingInlineEnd: 4,
  color: token.text2,
});
export const file = style({
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  color: token.text,
  fontWeight: 600,
});
export const stage = style({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)',
  overflow: 'auto',
  overscrollBehavior: 'contain',
  padding: 16,
  selectors: { '&:focus-visible': { outlineOffset: -2 } },
});
export const whole = style({ gridTemplate: 'auto / auto', placeContent: 'safe center' });
export const picture = style({
  placeSelf: 'center',
  maxWidth: '100%',
  maxHeight: '100%',
  objectFit: 'contain',
  selectors: { [`${whole} > &`]: { maxWidth: 'none', maxHeight: 'none' } },
});
export const failed = style({ placeSelf: 'center', color: token.text2, textAlign: 'center' });
