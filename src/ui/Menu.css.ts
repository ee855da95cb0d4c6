import { globalStyle, keyframes, style } from '@vanilla-extract/css';
import { base, token } from './theme/contract.css.ts';
import { forcedColors, phone, reducedMotion, text } from './theme/text.ts';

const appear = keyframes({ from: { opacity: 0, transform: 'translateY(-4px)' } });

export const trigger = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  height: 32,
  padding: '0 10px',
  border: 0,
  borderRadius: token['radius-control'],
  background: 'none',
  cursor: 'pointer',
  fontWeight: 500,
  selectors: { '&:hover, &[aria-expanded=true]': { background: token.hover } },
  '@media': { [phone]: { height: 44 } },
});

export const menu = style({
  position: 'fixed',
  top: 0,
  right: 'auto',
  bottom: 'auto',
  left: 0,
  width: 224,
  maxHeight: 'calc(100vh - 16px)',
  margin: 0,
  padding: 4,
  overflowY: 'auto',
  border: 0,
  borderRadius: token['radius-panel'],
  background: token.surface,
  color: token.text,
  boxShadow: token.shadow,
  selectors: { '&:popover-open': { animation: `${appear} 120ms cubic-bezier(.2,0,0,1)` } },
  '@media': {
    [forcedColors]: { border: '1px solid CanvasText' },
    [reducedMotion]: { selectors: { '&:popover-open': { animation: 'none' } } },
  },
});

export const label = style({ ...text.secondary, padding: '8px 10px 6px', fontWeight: 600 });
export const pending = style({});
globalStyle(`${pending} > ${label} ~ *`, { visibility: 'hidden' });
export const separator = style({
  height: 1,
  margin: '4px -4px',
  border: 0,
  background: token.border,
});

export const item = style({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  width: '100%',
  minHeight: 32,
  padding: '6px 10px',
  border: 0,
  borderRadius: token['radius-control'],
  background: 'none',
  color: token.text,
  textAlign: 'start',
  textDecoration: 'none',
  cursor: 'pointer',
  selectors: {
    '&:hover, &:focus': { background: token.hover },
    '&:focus-visible': { outlineOffset: -2 },
  },
  '@media': { [phone]: { minHeight: 44 } },
});
export const icon = style({
  color: token.text3,
  selectors: { [`${item}:focus > &`]: { color: token.text } },
});
export const words = style({ minWidth: 0, overflowWrap: 'anywhere' });
export const name = style({ display: 'block', fontWeight: 500 });
export const detail = style({ ...text.meta, display: 'block', color: token.text3 });
export const mark = style({
  flex: 'none',
  width: 8,
  height: 8,
  marginInlineStart: 'auto',
  borderRadius: '50%',
  background: base.accent,
  forcedColorAdjust: 'none',
});
