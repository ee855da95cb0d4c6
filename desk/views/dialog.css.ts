import { globalStyle, style } from '@vanilla-extract/css';
import { token } from '../../src/ui/theme/contract.css.ts';
import { extra } from '../../src/ui/theme/extra.css.ts';
import { text } from '../../src/ui/theme/text.ts';
import { input } from './inbox.css.ts';

export const keys = style({
  ...text.secondary,
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '6px 16px',
  margin: 0,
});
export const key = style({ fontFamily: 'ui-monospace, monospace', fontWeight: 600 });
export const choices = style({ display: 'grid', gap: 8, margin: '12px 0' });
export const chosen = style([
  input,
  {
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    selectors: { '&[aria-pressed=true]': { background: extra['accent-soft'] } },
  },
]);
export const dialog = style({
  ...text.body,
  maxWidth: 'min(420px, calc(100vw - 24px))',
  padding: 24,
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-panel'],
  background: token.surface,
  color: token.text,
});
globalStyle(`:where(${dialog} > * + *)`, { marginTop: 12 });
