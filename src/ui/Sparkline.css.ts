import { style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { extra } from './theme/extra.css.ts';
import { forcedColors } from './theme/text.ts';

export const chart = style({
  display: 'block',
  width: '100%',
  height: 32,
  marginTop: 6,
  overflow: 'visible',
  fill: 'none',
  stroke: token.text3,
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  selectors: { ':host([dir=rtl]) &': { transform: 'scaleX(-1)' } },
});
export const limit = style({ stroke: token.control, strokeWidth: 1, strokeDasharray: '2 3' });
export const over = style({ stroke: extra['amber-solid'] });
export const bars = style({ display: 'flex', gap: 2, height: 20, marginTop: 8 });
export const bar = style({
  flex: 1,
  borderRadius: 1.5,
  background: extra['grey-soft'],
  forcedColorAdjust: 'none',
  selectors: {
    '&[data-tone=green]': { background: extra['green-solid'] },
    '&[data-tone=amber]': { background: extra['amber-solid'] },
    '&[data-tone=red]': { background: extra['red-solid'] },
  },
  '@media': {
    [forcedColors]: {
      // Hours without checks have only a faint edge. `GrayText` is red in some themes, which would
      // look like a failure.
      selectors: {
        '&[data-tone=none]': {
          background: 'none',
          boxShadow: 'inset 0 0 0 1px CanvasText',
          opacity: 0.4,
        },
      },
    },
  },
});
