import { style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { oneLine, phone, text } from './theme/text.ts';

export const list = style({
  border: `1px solid ${token.border}`,
  borderRadius: 10,
  overflow: 'hidden',
});

export const row = style({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  width: '100%',
  minHeight: 40,
  padding: '9px 12px',
  border: 0,
  background: 'none',
  color: 'inherit',
  textAlign: 'start',
  textDecoration: 'none',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&:focus-visible': { outlineOffset: -2 },
    'li + li > &': { borderTop: `1px solid ${token.border}` },
  },
  '@media': { [phone]: { minHeight: 48, paddingBlock: 13 } },
});

export const plain = style({
  flexWrap: 'wrap', // for a long sentence beside a button in a narrow window
  cursor: 'default',
  selectors: { '&:hover': { background: 'none' } },
});
export const grow = style({ flex: '1 1 150px', minWidth: 0 });
export const cut = style(oneLine);
export const name = style([cut, { fontWeight: 500 }]);
export const detail = style({ ...text.secondary, display: 'block', color: token.text2 });
export const soft = style({ display: 'flex', flex: 'none', color: token.text3 });
export const time = style({ ...text.meta, flex: 'none', color: token.text3 });
export const top = style({ display: 'flex', alignItems: 'baseline', gap: 8 });
export const foot = style({
  ...text.meta,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  marginTop: 6,
  color: token.text3,
});
export const dot = style({
  flex: 'none',
  alignSelf: 'flex-start',
  width: 8,
  height: 8,
  marginTop: 6,
  borderRadius: '50%',
  background: base.accent,
  forcedColorAdjust: 'none',
});
