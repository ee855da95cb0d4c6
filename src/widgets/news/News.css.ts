import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const list = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  margin: 0,
  padding: 0,
  listStyle: 'none',
});
export const entry = style({
  display: 'block',
  width: '100%',
  padding: '12px 14px',
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  background: 'none',
  color: 'inherit',
  textAlign: 'start',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&:focus-visible': { outlineOffset: -2 },
  },
});
export const top = style({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 8 });
export const date = style({ ...text.meta, flex: 1, color: token.text3 });
export const title = style({
  display: 'block',
  marginTop: 6,
  fontWeight: 600,
  overflowWrap: 'anywhere',
});
export const description = style({
  ...text.secondary,
  display: 'block',
  marginTop: 2,
  color: token.text2,
  overflowWrap: 'anywhere',
});
