import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from '../../ui/theme/contract.css.ts';
import { extra } from '../../ui/theme/extra.css.ts';

export const picture = style({
  position: 'relative',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  overflow: 'hidden',
  background: extra.sunken,
});
globalStyle(`${picture} > canvas`, { display: 'block', width: '100%', height: 'auto' });
export const boxes = style({
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  cursor: 'crosshair',
  touchAction: 'none',
});
/** Black in every theme, like the boxes in the final picture. */
export const box = style({
  fill: '#000',
  forcedColorAdjust: 'none',
  selectors: { '&:focus-visible': { outline: `3px solid ${base.focus}`, outlineOffset: 2 } },
});
export const drawn = style({ fill: '#000', opacity: 0.6, forcedColorAdjust: 'none' });
export const row = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
