import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const title = style({ ...text.greeting, overflowWrap: 'anywhere' });
export const updated = style({ ...text.meta, paddingTop: 4, color: token.text3 });
export const foot = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
});
export const question = style({ ...text.secondary, flex: 1, fontWeight: 500 });
