import { globalStyle, style } from '@vanilla-extract/css';
import { base, token } from '../ui/theme/contract.css.ts';
import { extra } from '../ui/theme/extra.css.ts';
import { text } from '../ui/theme/text.ts';

export const body = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  lineHeight: '22px',
  overflowWrap: 'anywhere',
});
globalStyle(`${body} :is(h4, h5, h6)`, { margin: '8px 0 0', ...text.header });
globalStyle(`${body} :is(ol, pre, blockquote)`, { margin: 0 });
globalStyle(`${body} :is(ul, ol)`, { paddingInlineStart: 24 });
// The reset of the root removes bullets, and with them the list semantics for screen readers.
globalStyle(`${body} ul`, { listStyle: 'disc' });
globalStyle(`${body} ul ul`, { listStyle: 'circle' });
globalStyle(`${body} li + li`, { marginTop: 4 });
globalStyle(`${body} a, ${body} [data-link]`, {
  padding: 0,
  border: 0,
  background: 'none',
  color: token['accent-text'],
  font: 'inherit',
  textAlign: 'start',
  textDecoration: 'underline',
  cursor: 'pointer',
});
globalStyle(`${body} :not(pre) > code`, {
  padding: '1px 4px',
  borderRadius: 4,
  background: extra.sunken,
  fontSize: 13,
});
globalStyle(`${body} img`, { maxWidth: '100%', height: 'auto', borderRadius: 8 });
globalStyle(`${body} hr`, { margin: 0, border: 0, borderTop: `1px solid ${token.border}` });
export const quote = style({
  paddingInlineStart: 12,
  borderInlineStart: `3px solid ${token.border}`,
});
export const table = style({
  overflowX: 'auto',
  border: `1px solid ${token.border}`,
  borderRadius: token['radius-control'],
});
globalStyle(`${table} table`, { width: '100%', borderCollapse: 'collapse', ...text.secondary });
globalStyle(`${table} :is(th, td)`, {
  // With `anywhere`, a column could shrink to one letter. A table that is too wide scrolls instead.
  overflowWrap: 'break-word',
  padding: '6px 10px',
  borderBottom: `1px solid ${token.border}`,
  textAlign: 'start',
  verticalAlign: 'top',
});
globalStyle(`${table} code`, { whiteSpace: 'nowrap' });
globalStyle(`${table} [data-align=center]`, { textAlign: 'center' });
globalStyle(`${table} [data-align=right]`, { textAlign: 'end' });
globalStyle(`${table} tr:last-child td`, { borderBottom: 0 });
export const code = style({
  position: 'relative',
  borderRadius: token['radius-control'],
  background: extra.sunken,
});
globalStyle(`${code} pre`, {
  padding: '10px 44px 10px 12px',
  overflowX: 'auto',
  fontSize: 13,
  lineHeight: '20px',
});
globalStyle(`${code} pre:focus-visible, ${table}:focus-visible`, {
  outline: `2px solid ${base.focus}`,
});
export const copy = style({ position: 'absolute', top: 4, insetInlineEnd: 4 });
export const callout = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  padding: '10px 12px',
  borderRadius: token['radius-control'],
});
export const calloutTitle = style({ fontWeight: 600 });
