import { style, styleVariants } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { forcedColors, oneLine, phone, text } from '../../ui/theme/text.ts';

/* The minimum touch target is 24 px, and 44 px including the space around it. */
export const badge = style({
  position: 'relative',
  display: 'inline-flex',
  padding: 0,
  border: 0,
  borderRadius: 12,
  background: 'none',
  textAlign: 'start',
  cursor: 'pointer',
  verticalAlign: 'middle',
  '@media': {
    [phone]: {
      selectors: { '&::after': { content: '""', position: 'absolute', inset: '-10px -4px' } },
    },
  },
});
export const variant = styleVariants({
  dot: { minWidth: 16, minHeight: 16, borderRadius: '50%' },
  compact: { minHeight: 24, selectors: { '&[aria-busy]': { minWidth: 72 } } },
  full: {
    alignItems: 'center',
    gap: 12,
    width: 288,
    maxWidth: '100%',
    minHeight: 56,
    padding: '0 12px',
    border: `1px solid ${token.border}`,
    borderRadius: 10,
    background: token.surface,
    ':hover': { background: token.hover },
  },
});
export const grow = style({ flex: 1, minWidth: 0 });
export const top = style({ display: 'flex', alignItems: 'center', gap: 8 });
export const name = style({ ...oneLine, fontWeight: 500 });
export const line = style({ ...text.meta, display: 'block', color: token.text3 });

export const popover = style({
  position: 'fixed',
  top: 0,
  right: 'auto',
  bottom: 'auto',
  left: 0,
  width: 'min(320px, calc(100vw - 16px))',
  maxHeight: 'calc(100vh - 16px)',
  margin: 0,
  padding: 16,
  overflowY: 'auto',
  border: 0,
  borderRadius: token['radius-panel'],
  background: token.surface,
  color: token.text,
  boxShadow: token.shadow,
  selectors: { '&:focus-visible': { outline: 'none' } },
  '@media': {
    [forcedColors]: { border: '1px solid CanvasText' },
  },
});
export const head = style({ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 12 });
export const title = style({ ...text.body, fontWeight: 600 });
export const reason = style({ margin: '8px 0 0', overflowWrap: 'anywhere' });
export const figures = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, 1fr)',
  gap: 8,
  margin: '12px 0',
  padding: '10px 0',
  borderBlock: `1px solid ${token.border}`,
});
export const label = style({ ...text.meta, color: token.text3 });
export const value = style({ fontWeight: 500, fontVariantNumeric: 'tabular-nums' });
export const actions = style({ display: 'flex', gap: 8, marginTop: 8 });
export const main = style({ display: 'grid', flex: 1 });
