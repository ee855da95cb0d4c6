import { style } from '@vanilla-extract/css';
import { token } from '../../ui/theme/contract.css.ts';
import { phone, text } from '../../ui/theme/text.ts';

export const card = style({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 10,
  width: '100%',
  padding: '10px 12px',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
  background: token.surface,
  color: token.text,
  textAlign: 'start',
  cursor: 'pointer',
  selectors: { '&:hover': { background: token.hover } },
  '@media': { [phone]: { paddingBlock: 13 } },
});
export const icon = style({ display: 'flex', flex: 'none', paddingTop: 2, color: token.text3 });
export const words = style({ flex: 1, minWidth: 0 });
export const title = style({ display: 'block', ...text.body, fontWeight: 500 });
export const summary = style({
  ...text.secondary,
  display: '-webkit-box',
  overflow: 'hidden',
  color: token.text2,
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
});
/** Keeps the place of a summary that is loading, so that nothing moves when it arrives. */
export const place = style({ minHeight: 36 });
