import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';
import { text } from './theme/text.ts';

export const row = style({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  minHeight: 52,
  paddingBlock: 8,
  paddingInline: '12px 8px',
});
export const preview = style({
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  width: 40,
  height: 40,
  borderRadius: 6,
  background: extra.sunken,
  color: token.text2,
});
export const picture = style({
  width: 40,
  height: 40,
  borderRadius: 6,
  selectors: { '&[hidden]': { display: 'none' } },
});
export const main = style({ flex: 1, minWidth: 0 });
export const name = style({
  ...text.secondary,
  fontWeight: 500,
  overflowWrap: 'anywhere',
});
export const detail = style({ ...text.meta, color: token.text3 });
export const problem = style({ ...text.meta, color: token.red });
export const percent = style({ ...text.meta, color: token.text3, flex: 'none' });
export const bar = style({
  display: 'block',
  width: '100%',
  height: 4,
  marginTop: 6,
  border: 0,
  borderRadius: 2,
  overflow: 'hidden',
  appearance: 'none',
  background: extra.sunken,
  selectors: {
    '&::-webkit-progress-bar': { background: extra.sunken },
    '&::-webkit-progress-value': { background: base.accent },
    '&::-moz-progress-bar': { background: base.accent },
  },
});
