import { keyframes, style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { reducedMotion } from './theme/text.ts';

const appear = keyframes({ from: { opacity: 0 }, to: { opacity: 1 } });
const pulse = keyframes({ '50%': { opacity: 0.6 } });

/* Appears only after 150 ms, so that a fast response causes no flash. */
export const skeleton = style({ animation: `${appear} 1ms 150ms both` });
export const line = style({
  height: 12,
  margin: '10px 12px',
  borderRadius: 5,
  background: token.hover,
  animation: `${pulse} 1.6s ease-in-out infinite`,
  selectors: {
    '&:nth-child(3n + 2)': { marginInlineEnd: 48 },
    '&:nth-child(3n)': { marginInlineEnd: 160 },
  },
  '@media': { [reducedMotion]: { animation: 'none' } },
});
