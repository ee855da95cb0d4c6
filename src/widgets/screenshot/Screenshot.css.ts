import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from '../../ui/theme/contract.css.ts';
import { extra } from '../../ui/theme/extra.css.ts';
import { forcedColors, phone, text } from '../../ui/theme/text.ts';
import { arrowColors } from './boxes.ts';

/** Scrolls if the picture has its actual size. */
export const stage = style({ overflow: 'auto', overscrollBehavior: 'contain' });
export const picture = style({
  position: 'relative',
  width: 'fit-content',
  margin: '0 auto',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  overflow: 'hidden',
  background: extra.sunken,
});
globalStyle(`${picture} > canvas`, {
  display: 'block',
  maxWidth: '100%',
  maxHeight: 'max(300px, var(--penguin-viewport, 100vh) - 370px)',
  '@media': { [phone]: { maxHeight: 'none' } },
});
export const whole = style({});
globalStyle(`${picture}${whole} > canvas`, { maxWidth: 'none', maxHeight: 'none' });
/* The panel fills the window, because the text of the page has to be readable. */
globalStyle(`dialog:has(${picture})`, {
  '@media': {
    '(min-width: 601px) and (min-height: 521px)': {
      width: 'calc(100vw - 48px)',
      height: 'calc(var(--penguin-viewport, 100vh) - 116px)',
      maxWidth: 'none',
    },
  },
});
/** On a phone the picture has nearly its actual size. */
export const zoom = style({ '@media': { [phone]: { display: 'none' } } });
export const boxes = style({
  position: 'absolute',
  inset: 0,
  width: '100%',
  height: '100%',
  cursor: 'crosshair',
  touchAction: 'none',
});
/** Black in every theme, like the boxes in the final picture. */
export const box = style({ fill: '#000' });
export const mark = style({
  forcedColorAdjust: 'none',
  selectors: { '&:focus-visible': { outline: `3px solid ${base.focus}`, outlineOffset: 2 } },
});
export const drawn = style({ opacity: 0.6, forcedColorAdjust: 'none' });
const stroke = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
export const edge = style({ ...stroke, stroke: arrowColors.edge });
export const line = style({ ...stroke, stroke: arrowColors.line });
export const row = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });

/** Two tools in one frame. The pressed one is filled. */
export const tools = style({
  display: 'flex',
  minWidth: 0,
  margin: 0,
  padding: 1,
  border: `1px solid ${token.line}`,
  borderRadius: 6,
});
export const tool = style({
  ...text.secondary,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  minHeight: 24,
  padding: '0 8px',
  border: 0,
  borderRadius: 5,
  background: 'none',
  color: token.text2,
  cursor: 'pointer',
  selectors: {
    '&:hover': { background: token.hover },
    '&[aria-pressed=true]': {
      background: extra['accent-soft'],
      color: token['accent-text'],
      fontWeight: 500,
    },
  },
  '@media': {
    [phone]: { minHeight: 42 },
    [forcedColors]: {
      selectors: { '&[aria-pressed=true]': { outline: '2px solid Highlight', outlineOffset: -2 } },
    },
  },
});
