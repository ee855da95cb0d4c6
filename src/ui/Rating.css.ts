import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';
import { text } from './theme/text.ts';

const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

export const group = style({ border: 0, margin: 0, padding: 0, minWidth: 0 });
export const legend = style(hidden);
export const stars = style({ display: 'flex', gap: 8 });
export const input = style({ ...hidden, margin: 0, appearance: 'none' });
export const star = style({
  position: 'relative',
  flex: 1,
  display: 'grid',
  placeItems: 'center',
  minHeight: 40,
  border: `1px solid ${token.control}`,
  borderRadius: token['radius-control'],
  color: token.text3,
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&[data-on=true]': {
      borderColor: base.accent,
      background: extra['accent-soft'],
      color: token['accent-text'],
    },
    '&:has(:focus-visible)': { outline: `2px solid ${base.focus}`, outlineOffset: 2 },
  },
});
globalStyle(`${star}[data-on=true] svg`, { fill: 'currentColor' });
export const word = style({ ...text.meta, paddingTop: 6, textAlign: 'center', fontWeight: 500 });
