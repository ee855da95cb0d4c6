import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { extra } from '../../ui/theme/extra.css.ts';
import { text } from '../../ui/theme/text.ts';

export const box = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
  background: extra.sunken,
});
export const heading = style({ ...text.meta, padding: '8px 12px', color: token.text3 });
export const list = style({});
// The box already has this border.
globalStyle(`${list} > ul`, { borderWidth: '1px 0 0', borderRadius: 0 });
/** Takes no space while it is empty. Otherwise the form's gap would appear twice. */
export const live = style({ selectors: { '&:empty': { marginTop: -16 } } });
