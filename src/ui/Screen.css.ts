import { globalStyle, style } from '@vanilla-extract/css';
import { token } from './theme/contract.css.ts';
import { low, phone, text } from './theme/text.ts';

export const body = style({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  padding: 16,
  '@media': { [low]: { flex: 'none', overflowY: 'visible' } },
});
globalStyle(`${body} > *`, { flex: 'none' });
export const footer = style({
  flex: 'none',
  display: 'flex',
  flexDirection: 'column',
  gap: 8,
  padding: '12px 16px',
  borderTop: `1px solid ${token.border}`,
  background: token.surface,
  '@media': { [phone]: { paddingBottom: 'max(12px, env(safe-area-inset-bottom))' } },
});
export const stack = style({ display: 'flex', flexDirection: 'column', gap: 8 });
export const greeting = style({ ...text.greeting, '@media': { [phone]: { fontSize: 22 } } });
export const quiet = style({ color: token.text2 });
export const small = style({ ...text.secondary, color: token.text2 });
export const prose = style({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
