import { keyframes, style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { forcedColors, phone, reducedMotion, text } from '../ui/theme/text.ts';

const appear = keyframes({ from: { opacity: 0, transform: 'translateY(8px)' } });

/* Above the floating button, at the same edge as the panel. */
export const card = style({
  position: 'fixed',
  bottom: 'calc(max(var(--penguin-y, 24px), env(safe-area-inset-bottom)) + 68px)',
  insetInlineEnd: 'var(--penguin-x, 24px)',
  width: 320,
  maxWidth: 'calc(100vw - 32px)',
  padding: '12px 8px 14px 16px',
  borderRadius: token['radius-panel'],
  background: token.surface,
  color: token.text,
  boxShadow: token.shadow,
  animation: `${appear} 180ms cubic-bezier(.2,0,0,1)`,
  selectors: {
    ':host([data-side=left]) &': { left: 'var(--penguin-x, 24px)', right: 'auto' },
    ':host([data-side=right]) &': { right: 'var(--penguin-x, 24px)', left: 'auto' },
    ':host([data-side=start]) &': { insetInline: 'var(--penguin-x, 24px) auto' },
    ':host([dir=rtl]) &': { padding: '12px 16px 14px 8px' },
  },
  '@media': {
    print: { display: 'none' },
    [forcedColors]: { border: '1px solid CanvasText' },
    [reducedMotion]: { animation: 'none' },
    [phone]: { width: 'calc(100vw - 32px)', insetInline: '16px !important' },
  },
});
export const top = style({ display: 'flex', alignItems: 'flex-start', gap: 8 });
export const words = style({ flex: 1, minWidth: 0, paddingTop: 4, overflowWrap: 'anywhere' });
export const title = style({ fontWeight: 600 });
export const detail = style({ ...text.secondary, marginTop: 2, color: token.text2 });
export const action = style({ marginTop: 10, paddingInlineEnd: 8 });
