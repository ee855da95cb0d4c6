import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { text } from './theme/text.ts';

export const list = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
});
export const option = style({
  display: 'flex',
  gap: 10,
  padding: '10px 12px',
  cursor: 'pointer',
  selectors: {
    '& + &': { borderTop: `1px solid ${token.border}` },
    '&:hover, &[aria-selected=true]': { background: token.hover },
    '&[aria-selected=true]': { outline: `2px solid transparent`, outlineOffset: -2 },
  },
});
export const icon = style({ flex: 'none', paddingTop: 2, color: token.text3 });
export const main = style({ minWidth: 0 });
export const title = style({ fontWeight: 500, overflowWrap: 'anywhere' });
export const snippet = style({
  ...text.secondary,
  display: '-webkit-box',
  overflow: 'hidden',
  color: token.text2,
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflowWrap: 'anywhere',
  textAlign: ['-webkit-match-parent', 'match-parent'],
});
export const foot = style({ ...text.meta, paddingTop: 2, color: token.text3 });
