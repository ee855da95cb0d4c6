import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const box = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
  background: token.sunken,
});
export const heading = style({ ...text.meta, padding: '8px 12px', color: token.text3 });
export const list = style({ margin: -1, background: token.sunken });
