import { keyframes, style } from '@vanilla-extract/css';
import { token } from '../ui/theme/contract.css.ts';
import { forcedColors, low, phone, reducedMotion, text } from '../ui/theme/text.ts';

const easing = 'cubic-bezier(.2,0,0,1)';
const appear = keyframes({ from: { opacity: 0, transform: 'translateY(8px)' } });
const fromEnd = keyframes({ from: { opacity: 0, transform: 'translateX(var(--shift))' } });

export const panel = style({
  position: 'fixed',
  top: 'auto',
  insetInlineStart: 'auto',
  bottom: 'calc(max(var(--penguin-y, 24px), env(safe-area-inset-bottom)) + 68px)',
  insetInlineEnd: 'var(--penguin-x, 24px)',
  width: 384,
  height: 640,
  maxWidth: 'calc(100% - 32px)',
  maxHeight: 'calc(var(--penguin-viewport, 100vh) - 116px)',
  margin: 0,
  padding: 0,
  border: 0,
  borderRadius: token['radius-panel'],
  background: token.surface,
  color: token.text,
  boxShadow: token.shadow,
  flexDirection: 'column',
  overflow: 'hidden',
  overscrollBehavior: 'contain',
  vars: { '--shift': '16px' },
  selectors: {
    '&[open]': { display: 'flex', animation: `${appear} 180ms ${easing}` },
    '&::backdrop': { background: 'rgba(22,26,34,.4)', overscrollBehavior: 'contain' },
    ':host([data-side=left]) &': { left: 'var(--penguin-x, 24px)', right: 'auto' },
    ':host([data-side=right]) &': { right: 'var(--penguin-x, 24px)', left: 'auto' },
    ':host([data-side=start]) &': { insetInline: 'var(--penguin-x, 24px) auto' },
    ':host([dir=rtl]) &': { vars: { '--shift': '-16px' } },
  },
  '@media': {
    print: { display: 'none' },
    [forcedColors]: { border: '1px solid CanvasText' },
    [reducedMotion]: { selectors: { '&[open]': { animation: 'none' } } },
    [phone]: {
      // Chrome and Safari show the on-screen keyboard above the page, and move the visible part of
      // it.
      top: 'calc(var(--penguin-viewport-top, 0px) + 12px)',
      bottom: 'auto !important',
      insetInline: '0 !important',
      width: '100%',
      height: 'calc(var(--penguin-viewport, 100dvh) - 12px)',
      maxWidth: 'none',
      maxHeight: 'none',
      borderRadius: '16px 16px 0 0',
    },
  },
});

export const header = style({
  flex: 'none',
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  height: 52,
  paddingInline: '16px 10px',
  borderBottom: `1px solid ${token.border}`,
  selectors: { '&[data-back=true]': { paddingInlineStart: 8 } },
  '@media': { [phone]: { height: 56, paddingInlineEnd: 6 } },
});

export const title = style({
  ...text.header,
  flex: 1,
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  selectors: { '&:focus-visible': { outline: 'none' } },
});

export const screen = style({
  flex: 1,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  animation: `${fromEnd} 180ms ${easing}`,
  selectors: {
    '&[data-direction=back]': { animationDirection: 'normal', vars: { '--shift': '-16px' } },
  },
  '@media': {
    [reducedMotion]: { animation: 'none' },
    [low]: { overflowY: 'auto', overscrollBehavior: 'contain' },
  },
});
