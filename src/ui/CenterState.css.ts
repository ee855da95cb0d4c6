import { style } from '@vanilla-extract/css';
import { ink, soft } from './statusColors.css.ts';
import { token } from './theme/contract.css.ts';
import { text } from './theme/text.ts';

export const center = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  margin: 'auto',
  padding: '24px 16px',
  textAlign: 'center',
});
export const disc = style({
  display: 'grid',
  placeItems: 'center',
  width: 44,
  height: 44,
  borderRadius: '50%',
  background: soft,
  color: ink,
});
export const title = style({ ...text.title, marginTop: 12, textWrap: 'balance' });
export const sentence = style({ marginTop: 4, color: token.text2, textWrap: 'balance' });
export const actions = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  gap: 8,
  marginTop: 16,
});
