import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { phone, text } from './theme/text.ts';

export const chips = style({ display: 'flex', flexWrap: 'wrap', gap: 6 });
export const chip = style({
  ...text.secondary,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 28,
  maxWidth: '100%',
  padding: '0 10px',
  border: `1px solid ${token.border}`,
  borderRadius: 6,
  color: token.text2,
  textDecoration: 'none',
  ':hover': { background: token.hover },
  '@media': { [phone]: { ...text.body, minHeight: 44, padding: '0 12px' } },
});
