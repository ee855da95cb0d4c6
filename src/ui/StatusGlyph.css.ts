import { keyframes, style, styleVariants } from '@vanilla-extract/css';
import { ink, soft, solid } from './statusColors.css.ts';
import { forcedColors, reducedMotion, text } from './theme/text.ts';

const turn = keyframes({ to: { transform: 'rotate(360deg)' } });

export const glyph = style({
  display: 'inline-grid',
  flex: 'none',
  placeItems: 'center',
  borderRadius: '50%',
  background: solid,
  color: '#fff',
  lineHeight: 0,
  verticalAlign: 'middle',
  forcedColorAdjust: 'none',
});
export const size = styleVariants({ 14: { width: 14, height: 14 }, 16: { width: 16, height: 16 } });
export const bare = style({ background: 'none', borderRadius: 0 });
export const line = style({
  width: '62.5%',
  height: '62.5%',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 3.84,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
});
export const whole = style({
  width: '100%',
  height: '100%',
  fill: solid,
  stroke: '#fff',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
});
export const turning = style({
  animation: `${turn} 1.2s linear infinite`,
  '@media': { [reducedMotion]: { animation: 'none' } },
});
export const pill = style({
  ...text.meta,
  display: 'inline-flex',
  flex: 'none',
  alignItems: 'center',
  gap: 6,
  minHeight: 24,
  paddingInline: '5px 9px',
  borderRadius: 12,
  background: soft,
  color: ink,
  fontWeight: 500,
  whiteSpace: 'nowrap',
  '@media': { [forcedColors]: { outline: '1px solid ButtonBorder' } },
});
export const word = style({
  ...text.meta,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  color: ink,
  fontWeight: 500,
});
