import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const head = style({ display: 'flex', alignItems: 'center', gap: 12 });
export const words = style({ flex: 1, minWidth: 0 });
export const name = style({ ...text.header, overflowWrap: 'anywhere' });
export const small = style({ ...text.meta, display: 'block', color: token.text3 });
export const pair = style({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 });
export const card = style({
  padding: '10px 12px',
  border: `1px solid ${token.border}`,
  borderRadius: 10,
});
export const value = style({ ...text.title, fontVariantNumeric: 'tabular-nums' });
export const between = style({ display: 'flex', alignItems: 'center', gap: 8 });
export const next = style({ marginTop: 12 });
export const row = style({
  ...text.secondary,
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 36,
  padding: '8px 12px',
  selectors: { 'li + li > &': { borderTop: `1px solid ${token.border}` } },
});
export const buttons = style({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 });
