import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { text } from '../../ui/theme/text.ts';

export const box = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
  background: token.sunken,
});
export const heading = style({ ...text.meta, padding: '8px 12px', color: token.text3 });
export const list = style({});
// The box has the border already.
globalStyle(`${list} > ul`, { borderWidth: '1px 0 0', borderRadius: 0 });
/** Takes no place while it is empty: without it the gap of the form would stand there twice. */
export const live = style({ selectors: { '&:empty': { marginTop: -16 } } });
