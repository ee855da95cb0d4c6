import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { text } from '../ui/theme/text.ts';

export const box = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 8,
  padding: 12,
  borderRadius: 10,
  border: `1px solid ${token.border}`,
});
export const heading = style({ ...text.header, margin: 0, scrollMarginTop: 16 });
export const question = style({ ...text.secondary, margin: 0, overflowWrap: 'anywhere' });
export const answer = style({ ...text.body, margin: 0, overflowWrap: 'anywhere' });
export const small = style({ ...text.secondary, margin: 0, color: token.text2 });
const pressable = style({
  ...text.secondary,
  minHeight: 24,
  border: 0,
  borderRadius: 6,
  background: 'none',
  color: token['accent-text'],
  textDecoration: 'underline',
  cursor: 'pointer',
});
export const citation = style([pressable, { minWidth: 24, padding: '0 4px' }]);
export const link = style([
  pressable,
  { display: 'inline', padding: 0, textAlign: 'start', overflowWrap: 'anywhere' },
]);
export const sources = style({
  display: 'grid',
  gap: 4,
  margin: 0,
  paddingInlineStart: 20,
  ...text.secondary,
});
export const actions = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
export const form = style({ display: 'flex', gap: 8, alignItems: 'end', flexWrap: 'wrap' });
