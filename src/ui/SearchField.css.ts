import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { phone, text } from './theme/text.ts';

export const box = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 40,
  paddingInline: '12px 4px',
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  color: token.text3,
  selectors: {
    '&:focus-within': { borderColor: base.accent, boxShadow: `0 0 0 1px ${base.accent}` },
  },
  '@media': { [phone]: { minHeight: 48 } },
});
export const input = style({
  ...text.input,
  flex: 1,
  minWidth: 0,
  padding: 0,
  border: 0,
  background: 'none',
  color: token.text,
  appearance: 'none',
  selectors: {
    '&:focus': { outline: '2px solid transparent' },
    '&::placeholder': { color: token.text3, opacity: 1 },
  },
});
/** A button that looks like the field and opens it. */
export const button = style({
  ...text.input,
  width: '100%',
  paddingInlineEnd: 12,
  color: token.text3,
  textAlign: 'start',
  cursor: 'text',
});
