import { style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { extra } from '../ui/theme/extra.css.ts';
import { forcedColors, text } from '../ui/theme/text.ts';

export const badge = style({
  ...text.meta,
  position: 'absolute',
  top: -4,
  insetInlineEnd: -4,
  boxSizing: 'border-box',
  minWidth: 20,
  padding: '2px 6px',
  borderRadius: 10,
  background: extra['red-solid'],
  color: '#fff',
  fontWeight: 600,
  textAlign: 'center',
  boxShadow: `0 0 0 2px ${token.surface}`,
  pointerEvents: 'none',
  selectors: { '&[hidden], [aria-expanded=true] ~ &': { display: 'none' } },
  '@media': { [forcedColors]: { border: '1px solid' } },
});
