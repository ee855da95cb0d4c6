import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { oneLine, phone, text } from '../../ui/theme/text.ts';

export const top = style({ display: 'flex', alignItems: 'center', gap: 8 });
export const heading = style({ ...text.title, flex: 1 });
export const time = style({ ...text.meta, color: token.text3 });
export const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'end',
  columnGap: 12,
  paddingInlineEnd: 12,
  selectors: { 'li + li > &': { borderTop: `1px solid ${token.border}` } },
});
/** Goes below a name that is too long to be beside it. */
export const action = style({ paddingBlock: 8 });
export const note = style({ padding: '0 12px 8px' });
export const open = style({
  display: 'flex',
  flex: '1 1 176px',
  alignItems: 'center',
  gap: 12,
  minWidth: 0,
  minHeight: 48,
  padding: '8px 0 8px',
  paddingInlineStart: 12,
  border: 0,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  selectors: { '&:focus-visible': { outlineOffset: -2 } },
  '@media': { [phone]: { minHeight: 56 } },
});
globalStyle(`${row}:has(> ${open}:hover)`, { background: token.hover });
export const words = style({ flex: 1, minWidth: 0 });
export const name = style({ ...oneLine, fontWeight: 500 });
