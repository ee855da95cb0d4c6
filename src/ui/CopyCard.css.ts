import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';
import { text } from './theme/text.ts';

export const card = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '10px 12px',
  borderRadius: 10,
  background: extra.sunken,
});
export const words = style({ flex: 1, minWidth: 0 });
export const label = style({ ...text.meta, display: 'block', color: token.text3 });
export const value = style({
  ...text.title,
  display: 'block',
  overflowWrap: 'anywhere',
  userSelect: 'all',
});
export const note = style({ ...text.meta, color: token.text2 });
