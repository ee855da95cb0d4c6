import { style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { extra } from '../../src/ui/theme/extra.css.ts';
import { text } from '../../src/ui/theme/text.ts';

export const place = style({ position: 'relative', display: 'grid' });
export const options = style({
  position: 'absolute',
  insetBlockEnd: 'calc(100% + 4px)',
  insetInlineStart: 0,
  zIndex: 1,
  width: 'min(420px, 100%)',
  maxHeight: '40dvh',
  padding: 4,
  overflowY: 'auto',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  boxShadow: token.shadow,
});
export const option = style({
  ...text.secondary,
  padding: '6px 8px',
  borderRadius: 6,
  color: token.text,
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&[aria-selected=true]': { background: extra['accent-soft'], color: token['accent-text'] },
  },
  '@media': { '(pointer: coarse)': { padding: '12px 8px' } },
});
export const sign = style({ fontFamily: 'ui-monospace, monospace' });
/** Only for screen readers. */
export const said = style({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});
export const unfilled = style({
  ...text.secondary,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '6px 10px',
  borderRadius: token['radius-control'],
  background: extra['amber-soft'],
  color: token.text,
  overflowWrap: 'anywhere',
});
