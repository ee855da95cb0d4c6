import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';
import { text } from './theme/text.ts';

export const row = style({
  display: 'flex',
  gap: 12,
  selectors: { '* + &': { marginTop: 16 } },
});
export const avatar = style({
  ...text.meta,
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  width: 28,
  height: 28,
  borderRadius: '50%',
  background: extra['accent-soft'],
  color: token['accent-text'],
  fontWeight: 600,
});
export const own = style({ background: extra.sunken, color: token.text2 });
export const main = style({ flex: 1, minWidth: 0 });
export const byline = style({ ...text.meta, color: token.text3, lineHeight: '28px' });
export const name = style({
  ...text.secondary,
  color: token.text,
  fontWeight: 600,
  marginInlineEnd: 4,
});
export const files = style({ display: 'flex', flexWrap: 'wrap', gap: 8, paddingTop: 8 });
export const file = style({
  ...text.secondary,
  display: 'inline-flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 6,
  maxWidth: '100%',
  padding: '4px 10px',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  color: 'inherit',
  textDecoration: 'none',
  overflowWrap: 'anywhere',
  selectors: {
    '&:hover': { background: token.hover },
    '&:focus-visible': { outlineColor: base.focus },
  },
});
export const picture = style({
  width: '100%',
  height: 160, // also before the picture has loaded, so that nothing moves
  objectFit: 'scale-down',
  selectors: { '&[hidden]': { display: 'none' } },
});
export const actions = style({ display: 'flex', gap: 12, paddingTop: 4 });
