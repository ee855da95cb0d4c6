import { style } from '@vanilla-extract/css';

export const icon = style({
  display: 'block',
  flex: 'none',
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});

export const flipped = style({ selectors: { ':host([dir=rtl]) &': { transform: 'scaleX(-1)' } } });
