import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { forcedColors, text } from '../../ui/theme/text.ts';

export const box = style({
  position: 'fixed',
  top: 0,
  right: 'auto',
  bottom: 'auto',
  left: 0,
  width: 'min(var(--penguin-field, 360px), calc(100vw - 16px))',
  margin: 0,
  padding: 0,
  border: 0,
  borderRadius: 10,
  overflow: 'hidden',
  background: token.surface,
  color: token.text,
  boxShadow: token.shadow,
  '@media': { [forcedColors]: { border: '1px solid CanvasText' } },
});
globalStyle(`${box} [role=listbox]`, { borderWidth: '1px 0 0', borderRadius: 0 });
export const heading = style({ ...text.meta, padding: '8px 12px 4px', color: token.text3 });
export const spoken = style({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
});
